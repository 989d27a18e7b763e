import { existsSync, writeFileSync } from 'node:fs';
import type { Plan } from '../plan/plan.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { counted, frenchNumber } from '../platform/french/number.ts';
import { readKey } from '../platform/key.ts';
import { Refusal } from '../platform/refusal.ts';
import { type ArmShares, drawnAlone, drawnWithinStrata } from '../platform/seeded-draw.ts';
import { type ReadList, readList } from '../records/read-list.ts';
import type { AddCommand } from './main.ts';
import { loadPlan } from './plan-file.ts';

interface Flags {
  readonly output: string;
  readonly subject?: string;
  readonly plan?: string;
  readonly indicator?: string;
  readonly seed?: string;
  readonly arms?: string;
  readonly strata?: string;
  readonly ignoreCase?: boolean;
  readonly force?: boolean;
}

/** `foulee assign`: draws a list of people into arms, the same way each time for the same seed and key. */
export const addAssign: AddCommand = (program) => {
  program
    .command('assign')
    .description(
      'Tire au sort une liste de personnes, à partir d’une graine : la même redonne les mêmes groupes',
    )
    .argument('<liste>', 'fichier CSV, une ligne par personne')
    .requiredOption('-o, --output <fichier>', 'fichier CSV où écrire chaque identifiant et son groupe')
    .option('--subject <colonne>', 'colonne de l’identifiant ; celle du plan si --plan est donné')
    .option('--plan <plan>', 'plan dont un indicateur dit la graine et les parts (comparison.assignment)')
    .option('--indicator <id>', 'cet indicateur du plan, quand plusieurs tirent au sort')
    .option('--seed <graine>', 'la graine, sans plan')
    .option('--arms <parts>', 'les groupes et leurs parts, sans plan : invite=0.5,temoin=0.5')
    .option('--strata <colonne>', 'tire à part, et à la personne près, dans chaque valeur de cette colonne')
    .option(
      '--ignore-case',
      'sans plan : deux identifiants qui ne diffèrent que par les majuscules sont le même',
    )
    .option('--force', 'remplace le fichier de sortie s’il existe')
    .addHelpText(
      'after',
      `
Le groupe est tiré du pseudonyme, fait avec la clé de Foulée : sans elle, personne ne peut le prévoir.
Le fichier de sortie contient les identifiants tels quels, pour envoyer les invitations. Foulée n’en garde rien ;
rangez-le comme votre liste, et effacez-le quand il a servi.`,
    )
    .action(async (list: string, flags: Flags) => {
      process.stdout.write(await assign(list, flags));
    });
};

/** Draws the list and writes it; what to tell about it, without any identifier. */
export async function assign(path: string, flags: Flags, config: Config = readConfig()): Promise<string> {
  if (existsSync(flags.output) && !flags.force) {
    throw new Refusal(
      'usage',
      `${flags.output} existe déjà : le remplacer pourrait effacer un tirage déjà envoyé.`,
      'Donnez un autre fichier, ou ajoutez --force.',
    );
  }
  const draw = drawAsked(flags);
  const key = readKey(config);
  const list = await readList(
    { path, subject: draw.subject, strata: flags.strata ?? null, letterCase: draw.letterCase },
    { config, key },
  );
  if (list.people.length === 0) {
    throw new Refusal(
      'data',
      'La liste ne contient aucun identifiant : personne à tirer au sort.',
      'Vérifiez la colonne donnée par --subject.',
    );
  }
  const arms =
    flags.strata === undefined
      ? drawnAlone(
          draw.seed,
          draw.shares,
          list.people.map(({ pseudonym }) => pseudonym),
        )
      : drawnWithinStrata(draw.seed, draw.shares, list.people);
  const rows = list.people.map(({ identifier }, i) => `${cell(identifier)},${cell(arms[i] ?? '')}`);
  writeFileSync(flags.output, `${cell(draw.subject)},arm\n${rows.join('\n')}\n`, { mode: 0o600 });
  return said(list, arms, draw, flags);
}

const cell = (text: string): string => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

interface Draw {
  readonly seed: string;
  readonly shares: ArmShares;
  readonly subject: string;
  readonly letterCase: 'keep' | 'ignore';
}

function drawAsked(flags: Flags): Draw {
  if (flags.plan !== undefined) return drawOfPlan(flags, loadPlan(flags.plan).plan);
  const shares = (flags.arms ?? '').split(',').map((part) => {
    const [name = '', share = ''] = part.split('=');
    return { name: name.trim(), share: Number(share) };
  });
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  const sound = shares.every(({ name, share }) => name !== '' && share > 0) && Math.abs(total - 1) < 1e-9;
  if (!flags.seed || !flags.subject || shares.length < 2 || !sound) {
    throw new Refusal(
      'usage',
      'Il manque de quoi tirer au sort : une graine, deux groupes au moins dont les parts font 1, et la colonne de l’identifiant.',
      'Écrivez par exemple --seed "automne 2026" --arms invite=0.5,temoin=0.5 --subject id, ou donnez --plan.',
    );
  }
  return {
    seed: flags.seed,
    shares,
    subject: flags.subject,
    letterCase: flags.ignoreCase ? 'ignore' : 'keep',
  };
}

function drawOfPlan(flags: Flags, plan: Plan): Draw {
  const drawn = plan.indicators.flatMap((indicator) => {
    if (indicator.method !== 'follow-up' || indicator.comparison?.assignment?.from !== 'seed') return [];
    if (flags.indicator !== undefined && flags.indicator !== indicator.id) return [];
    const source = plan.sources[indicator.exposure ?? indicator.population ?? ''];
    return source === undefined
      ? []
      : [{ assignment: indicator.comparison.assignment, source, id: indicator.id }];
  });
  const [first] = drawn;
  const same = drawn.every(
    ({ assignment, source }) =>
      JSON.stringify([assignment, source.name]) === JSON.stringify([first?.assignment, first?.source.name]),
  );
  if (first === undefined || !same) {
    throw new Refusal(
      'usage',
      first === undefined
        ? 'Ce plan ne demande aucun tirage au sort par une graine.'
        : `Plusieurs indicateurs de ce plan tirent au sort de façons différentes : ${drawn.map(({ id }) => id).join(', ')}.`,
      first === undefined
        ? 'Ajoutez à l’indicateur : comparison: {design: randomised, assignment: {seed: …, shares: {invite: 0.5, temoin: 0.5}}}.'
        : 'Nommez celui que vous voulez avec --indicator.',
    );
  }
  const { assignment, source } = first;
  return {
    seed: assignment.seed,
    shares: assignment.arms,
    subject: flags.subject ?? source.subject ?? '',
    letterCase: source.letterCase,
  };
}

function said(list: ReadList, arms: readonly string[], draw: Draw, flags: Flags): string {
  const lines = draw.shares.map(({ name, share }) => {
    const size = arms.filter((arm) => arm === name).length;
    return `  ${name} : ${counted(size, 'personne', 'personnes')} (part prévue : ${frenchNumber(share * 100, 1)} %)`;
  });
  const shares = draw.shares.map(({ name, share }) => `${name}: ${share}`).join(', ');
  const plan =
    flags.strata === undefined
      ? `assignment: {seed: ${JSON.stringify(draw.seed)}, shares: {${shares}}}`
      : `assignment: tirage, strata: ${flags.strata}`;
  return [
    `Tirage écrit dans ${flags.output} (${counted(list.people.length, 'personne', 'personnes')}).`,
    ...lines,
    ...(list.repeated > 0
      ? [
          `  ${counted(list.repeated, 'ligne répétait', 'lignes répétaient')} une personne : elle n’est tirée qu’une fois.`,
        ]
      : []),
    ...(list.withoutIdentifier > 0
      ? [
          `  ${counted(list.withoutIdentifier, 'ligne sans identifiant a été laissée', 'lignes sans identifiant ont été laissées')} de côté.`,
        ]
      : []),
    '→ Ce fichier contient les identifiants tels quels : rangez-le comme votre liste, effacez-le quand il a servi.',
    `→ Dans le plan : comparison: {design: randomised, ${plan}}`,
    ...(flags.strata === undefined
      ? []
      : [
          `  « tirage » est une source de kind assignments : ce fichier ; « ${flags.strata} », un attribut de la population.`,
        ]),
    ...(flags.strata === undefined
      ? ['→ La graine et la clé suffisent à retrouver chaque groupe : gardez la clé.']
      : [
          '→ Par strates, le tirage dépend de la liste entière : gardez ce fichier jusqu’à la fin de la mesure.',
        ]),
    '',
  ].join('\n');
}
