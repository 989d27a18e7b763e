import { type Command, Option } from 'commander';
import { Refusal } from '../platform/refusal.ts';
import {
  type Case,
  caseDelays,
  caseDomains,
  caseMethods,
  outcomeSources,
  traps,
} from '../portfolio/cases/case.ts';
import { workedCases } from '../portfolio/cases/examples/worked-example.ts';
import { type CaseQuery, findCases } from '../portfolio/cases/find-cases.ts';
import { caseLibrary, caseOf } from '../portfolio/cases/library.ts';
import { starterPlan } from '../portfolio/cases/plans/starter-plan.ts';
import { withoutAccents } from '../portfolio/search-text.ts';
import { caseListText, caseText } from './cases-text.ts';
import { writeExample } from './write-example.ts';

type Choices = Omit<{ readonly [Key in keyof CaseQuery]?: NonNullable<CaseQuery[Key]> }, 'search'>;

/** `foulee cases`: real services, how each looked at its effect, what misled, and a plan to start from. */
export function addCases(program: Command): void {
  const cases = program
    .command('cases')
    .description(
      'Cherche parmi des cas réels : ce qu’ils mesurent, comment, ce qui a trompé, un plan de départ',
    )
    .argument('[mots...]', 'mots à chercher : emploi, logement, usage…')
    .addOption(choice('--domain <domaine>', 'domaine de l’effet', caseDomains))
    .addOption(choice('--method <méthode>', 'façon de mesurer', caseMethods))
    .addOption(choice('--source <source>', 'qui sait ce qui est arrivé après', outcomeSources))
    .addOption(choice('--delay <délai>', 'combien de temps après l’usage', caseDelays))
    .addOption(choice('--trap <piège>', 'ce qui a trompé', traps))
    .option('--json', 'affiche les cas en JSON')
    .action((words: readonly string[], { json, ...choices }: Choices & { readonly json?: true }) => {
      const nothing = { domain: null, method: null, source: null, delay: null, trap: null };
      const found = findCases(caseLibrary, { ...nothing, ...choices, search: words.join(' ') });
      process.stdout.write(json ? `${JSON.stringify(found, null, 1)}\n` : caseListText(found));
    });
  cases
    .command('show')
    .description('Raconte un cas : l’effet, la mesure, ce qui a trompé, ce qu’on peut en retenir')
    .argument('<cas>', 'identifiant du cas, donné par « foulee cases »')
    .action((id: string) => {
      process.stdout.write(caseText(named(id)));
    });
  cases
    .command('plan')
    .description('Écrit le plan de départ d’un cas : foulee cases plan mps > impact.yaml')
    .argument('<cas>', 'identifiant du cas')
    .action((id: string) => {
      process.stdout.write(starterPlan(named(id)));
    });
  cases
    .command('example')
    .description('Écrit un cas travaillé jusqu’au chiffre : le plan et des données simulées')
    .argument('<cas>', `l’un de ${workedCases.join(', ')}`)
    .argument('<dossier>', 'dossier à créer, ou vide')
    .action((id: string, folder: string) => {
      process.stdout.write(writeExample(named(id), folder));
    });
}

function choice(flag: string, what: string, names: Readonly<Record<string, string>>): Option {
  const list = Object.entries(names).map(([key, name]) => `${key} (${name})`);
  const option = new Option(flag, `${what} : ${list.join(', ')}`);
  return option.argParser((asked) => {
    if (Object.hasOwn(names, asked)) return asked;
    throw new Refusal(
      'usage',
      `« ${asked} » n’est pas un choix de ${flag.split(' ')[0]}.`,
      `Choix possibles : ${list.join(', ')}.`,
    );
  });
}

function named(id: string): Case {
  const found = caseOf(id);
  if (found !== null) return found;
  const near = caseLibrary.filter(({ id: other, name }) =>
    [other, name].some((text) => withoutAccents(text).includes(withoutAccents(id))),
  );
  throw new Refusal(
    'usage',
    `La bibliothèque n’a pas de cas « ${id} ».`,
    near.length > 0 && id.trim() !== ''
      ? `Vouliez-vous dire ${near.map((other) => other.id).join(', ')} ?`
      : '« foulee cases » les donne tous, « foulee cases emploi » ceux qui en parlent.',
  );
}
