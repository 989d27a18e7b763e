import type { Command, CommanderError, Option } from 'commander';
import { exitCodes, Refusal } from '../platform/refusal.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

/** Help and complaints of the command line in French; subcommands created afterwards inherit it. */
export function speakFrench(program: Command): void {
  program
    .addHelpText('after', afterwards)
    .exitOverride()
    .usage('<commande> [options]')
    .helpOption('-h, --help', 'affiche cette aide')
    .helpCommand('help [commande]', "affiche l'aide d'une commande")
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usage.replace('[command]', '<commande>'),
      optionDescription: (option) => option.description + byDefault(option),
      argumentDescription: (argument) =>
        argument.description +
        (argument.defaultValue === undefined ? '' : ` (par défaut : ${argument.defaultValue})`),
    });
}

/** What every command shares: how it ends, and the settings of the environment. */
const afterwards = `
Codes de sortie :
  ${exitCodes.ok}    fait
  ${exitCodes.unexpected}    défaut de Foulée
  ${exitCodes.usage}    ligne de commande à corriger
  ${exitCodes.plan}    plan à corriger
  ${exitCodes.data}    données à corriger
  ${exitCodes.matchingRight}    croisement sans droit
  ${exitCodes.interrupted}  interrompu (Ctrl-C)

Réglages : FOULEE_DATA (où sont gardées les données), FOULEE_KEY ou FOULEE_KEY_FILE (la clé des pseudonymes,
à garder ailleurs que les données), FOULEE_MEMORY et FOULEE_THREADS (mémoire et fils de calcul).`;

function byDefault({ defaultValue }: Option): string {
  return defaultValue === undefined || typeof defaultValue === 'boolean'
    ? ''
    : ` (par défaut : ${defaultValue})`;
}

const complaints: Readonly<Record<string, (named: string) => string>> = {
  'commander.unknownCommand': (named) => `La commande ${named} n'existe pas.`,
  'commander.unknownOption': (named) => `L'option ${named} n'existe pas.`,
  'commander.missingArgument': (named) => `Il manque l'argument ${named}.`,
  'commander.missingMandatoryOptionValue': (named) => `Il manque l'option ${named}.`,
  'commander.optionMissingArgument': (named) => `L'option ${named} attend une valeur.`,
  'commander.excessArguments': () => 'Il y a trop de mots sur la ligne de commande.',
};

/** What the command line could not read, as a refusal; null when help or the version was asked. */
export function commandLineRefusal(error: CommanderError): Refusal | null {
  if (error.exitCode === exitCodes.ok || error.code === 'commander.help') return null;
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const nearest = /Did you mean (?:one of )?(.+)\?/.exec(error.message)?.[1];
  const sentence = complaints[error.code]?.(`« ${named} »`) ?? 'La ligne de commande n’est pas comprise.';
  const advice = nearest === undefined ? '' : `Vouliez-vous dire ${nearest} ? `;
  return new Refusal(
    'usage',
    sentence,
    `${advice}« foulee --help » donne les commandes, « foulee <commande> --help » leurs options.`,
  );
}
