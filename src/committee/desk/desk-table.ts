import { phaseName } from '../../portfolio/phases.ts';
import type { CsvCell } from '../../publish/formats/csv.ts';
import { freshness } from '../../publish/freshness/freshness.ts';
import { stateWords } from '../review/state-words.ts';
import { decisionWords } from '../sessions/decision-words.ts';
import { answerWords, shortReasons } from '../suggestion/words.ts';
import type { DeskService } from './desk-service.ts';
import { groupWords } from './desk-words.ts';

const columns = {
  identifiant: ({ id }) => id,
  nom: ({ name }) => name,
  organisations: ({ organisations }) => organisations.map(({ name }) => name).join(' ; '),
  incubateurs: ({ incubators }) => incubators.map(({ name }) => name).join(' ; '),
  phase: ({ phase }) => (phase === null ? null : phaseName(phase)),
  ce_qu_on_sait: ({ group }) => groupWords[group].name,
  indicateur: ({ published }) => published?.name ?? null,
  chiffre: ({ published }) => published?.figure ?? null,
  niveau_de_preuve: ({ level }) => level,
  tendance: ({ trend }) => trend,
  mesure_le: ({ published }) => published?.freshness.measuredOn ?? null,
  fraicheur: ({ published }, today) =>
    published === null ? null : freshness(published.freshness, today).sentence,
  cout_par_an_en_euros: ({ costPerYear }) => (costPerYear === null ? null : Math.round(costPerYear)),
  relecture: ({ state }) => stateWords[state.state].name,
  relue_le: ({ state }) => state.review?.day ?? null,
  suggestion: ({ suggestion }) => answerWords[suggestion.answer],
  raison: ({ suggestion }) => shortReasons[suggestion.because],
  prochain_comite: ({ nextCommittee }) => nextCommittee?.day ?? null,
  derniere_decision: ({ lastDecision }) =>
    lastDecision === null ? null : decisionWords[lastDecision.kind].name,
  decidee_le: ({ lastDecision }) => lastDecision?.day ?? null,
  a_faire: ({ tasks }) => tasks.map(({ sentence }) => sentence()).join(' '),
  prochain_pas: ({ published, nextStep }) => (published === null ? nextStep() : null),
} as const satisfies Readonly<Record<string, (service: DeskService, today: string) => CsvCell>>;

/** Every service of a desk in a line, as a spreadsheet reads it. */
export const deskTable = (
  services: readonly DeskService[],
  today: string,
): { readonly columns: readonly string[]; readonly rows: readonly (readonly CsvCell[])[] } => ({
  columns: Object.keys(columns),
  rows: services.map((service) => Object.values(columns).map((read) => read(service, today))),
});
