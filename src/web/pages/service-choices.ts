import { stateNames } from '../../committee/review/service-state.ts';
import { stateWords } from '../../committee/review/state-words.ts';
import { evidenceLevels } from '../../measure/evidence-levels.ts';
import { knownLevels } from './level-names.ts';

/** What every list of services is searched by. */
export const serviceSearch = {
  label: 'Chercher un service, une mission, un effet',
  placeholder: 'Chercher un service',
} as const;

/** What every list of services is narrowed by, from the least. */
export const levelChoices = knownLevels.map((level) => ({
  value: level,
  text: `${level} – ${evidenceLevels[level].name}`,
}));

export const stateChoices = stateNames.map((state) => ({ value: state, text: stateWords[state].name }));
