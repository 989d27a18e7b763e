import { frenchDay } from '../../../platform/french/date.ts';
import { frenchList } from '../../../platform/french/number.ts';
import type { RegistrationVerdict } from './judge-registration.ts';

/** What is said of a registration, in plain French; nothing for a method that announces nothing. */
export function registrationSentences(verdict: RegistrationVerdict): readonly string[] {
  switch (verdict.kind) {
    case 'not-asked':
      return [];
    case 'before-looking':
      return [
        `Plan enregistré le ${frenchDay(verdict.day)}, avant d’avoir regardé les effets : ce qui compte comme effet, les délais, la comparaison et le seuil sont ceux annoncés ce jour-là.`,
        verdict.firstOutcome === null
          ? 'Ce site ne connaît aucun chiffre de ces effets antérieur à cette date.'
          : `Le premier effet compté date du ${frenchDay(verdict.firstOutcome)}, donc d’après cet enregistrement.`,
      ];
    case 'changed':
      return [
        `Plan changé après avoir regardé les effets : la version enregistrée le ${frenchDay(verdict.day)}, avant tout chiffre, ne disait pas la même chose (${frenchList(keyNames(verdict.keys))}).`,
        verdict.changedOn === null
          ? 'Le plan de ce chiffre n’a pas été enregistré ici.'
          : `Le plan de ce chiffre date du ${frenchDay(verdict.changedOn)}.`,
      ];
    case 'after-looking':
      return [
        `Plan enregistré le ${frenchDay(verdict.day)}, alors que des effets avaient déjà été regardés (premier chiffre le ${frenchDay(verdict.lookedOn)}) : rien ne prouve qu’il a été choisi sans les connaître.`,
      ];
    case 'never':
      return [
        'Ce plan n’a pas été enregistré ici avant la mesure : rien ne prouve qu’il a été écrit avant de regarder les effets.',
      ];
  }
}

const names: Readonly<Record<string, string>> = {
  window: 'la fenêtre',
  horizons: 'les délais de lecture',
  comparison: 'la comparaison',
  rollout: 'la comparaison',
  decision: 'le seuil',
  target: 'l’objectif',
  baseline: 'la référence',
  method: 'la méthode',
  exposure: 'qui est suivi',
  population: 'qui est suivi',
  outcome: 'ce qui compte comme effet',
  panel: 'ce qui compte comme effet',
  answers: 'ce qui compte comme effet',
  yes: 'ce qui compte comme effet',
  match: 'la façon de relier',
  unit: 'la façon de relier',
  cohort: 'le groupement des départs',
};

function keyNames(keys: readonly string[]): readonly string[] {
  const said = keys.map((key) =>
    key.startsWith('sources.')
      ? `les lignes gardées de « ${key.slice('sources.'.length)} »`
      : (names[key] ?? key),
  );
  return [...new Set(said)];
}
