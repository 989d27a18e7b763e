import type { Problem } from '../../plan/problem.ts';
import { AccountRefusal } from '../../platform/accounts/refusals.ts';

const nothingKept = 'Rien n’a été enregistré.';

/** A batch that is not taken, said to the program that sent it. `retryAfter`: seconds before it may try again. */
export class CollectRefusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 413 | 415 | 503;
  readonly text: { readonly title: string; readonly what: string; readonly advice: string };
  readonly retryAfter: number | null;

  constructor(
    status: CollectRefusal['status'],
    [title, what, advice]: readonly [string, string, string],
    retryAfter: number | null = null,
  ) {
    super(title);
    this.name = 'CollectRefusal';
    this.status = status;
    this.text = { title, what: `${what} ${nothingKept}`, advice };
    this.retryAfter = retryAfter;
  }
}

/** The same words for a key that is missing, forged or revoked. */
export const sendingKeyNeeded = () =>
  new CollectRefusal(401, [
    'Il faut une clé de collecte',
    'Aucune clé de collecte n’accompagne cet envoi, ou celle-ci ne sert plus.',
    'Créez une clé dans l’espace du service, page « Collecte », et donnez-la dans l’en-tête « Authorization: Bearer … ».',
  ]);

export const otherSource = () =>
  new CollectRefusal(404, [
    'Rien n’est reçu à cette adresse avec cette clé',
    'Cette clé est celle d’une autre source, ou le plan de ce service ne reçoit plus cette source par le réseau.',
    'Vérifiez l’adresse : /api/collecte/<service>/<source>, les noms du plan. La page « Collecte » du service les donne.',
  ]);

export const otherSite = () =>
  new CollectRefusal(403, [
    'Cette clé ne sert pas depuis cette page',
    'Une page web a envoyé ces lignes, et la clé n’est pas faite pour elle : une clé de serveur ne se met pas dans une page, une clé de page ne sert que depuis les sites donnés à sa création.',
    'Créez une clé pour l’adresse exacte de ce site, par exemple https://mon-service.gouv.fr.',
  ]);

export const batchTooLarge = (bytes: number, rows: number) =>
  new CollectRefusal(413, [
    'Envoi trop gros',
    `Un envoi a au plus ${bytes / 1e6} Mo et ${rows} lignes.`,
    'Envoyez les mêmes lignes en plusieurs fois.',
  ]);

export const otherFormat = () =>
  new CollectRefusal(415, [
    'Format inconnu',
    'Cet envoi n’est ni du JSON (application/json), ni du JSON par lignes (application/x-ndjson), ou il est compressé.',
    'Envoyez un objet, une liste d’objets, ou un objet par ligne, sans compression.',
  ]);

export const notReadable = (line: number | null) =>
  new CollectRefusal(400, [
    'Envoi illisible',
    line === null ? 'Ce n’est pas du JSON.' : `La ligne ${line} n’est pas du JSON.`,
    'Corrigez-le, puis envoyez de nouveau le tout.',
  ]);

export const badBatchKey = () =>
  new CollectRefusal(400, [
    'Idempotency-Key ne convient pas',
    'L’en-tête Idempotency-Key a 1 à 200 signes.',
    'Donnez un texte différent pour chaque lot, le même quand vous renvoyez le même lot, dans le même ordre.',
  ]);

export const busyNow = () =>
  new CollectRefusal(
    503,
    [
      'Trop d’envois en ce moment',
      'Les lignes arrivent plus vite que le disque ne les range.',
      'Renvoyez le même lot après le délai de l’en-tête Retry-After : avec un « _id » par ligne, rien ne sera compté deux fois.',
    ],
    1,
  );

export const diskRefuses = () =>
  new CollectRefusal(
    503,
    [
      'Le disque ne peut pas recevoir ces lignes',
      'L’écriture a échoué, sans doute faute de place.',
      'Prévenez la personne qui administre ce site. Renvoyez le même lot plus tard.',
    ],
    30,
  );

export const planToMend = (problems: readonly Problem[]) =>
  new AccountRefusal(
    422,
    'Ce plan est à corriger',
    `${problems
      .slice(0, 5)
      .map(({ line, sentence }) => `Ligne ${line} : ${sentence}.`)
      .join(' ')} ${nothingKept}`,
    'Corrigez ces lignes, vérifiez avec « foulee check », puis envoyez-le de nouveau.',
  );

export const noSourceReceived = () =>
  new AccountRefusal(
    422,
    'Aucune source de ce plan ne se reçoit par le réseau',
    `Toutes ses sources sont des fichiers. ${nothingKept}`,
    'Écrivez « arrivals: true » à la place de « files » dans la source à recevoir, puis envoyez le plan de nouveau.',
  );

export const badOrigins = () =>
  new AccountRefusal(
    422,
    'Adresse de site à corriger',
    `Ce qui est écrit n’est pas une liste d’au plus dix adresses de sites en https. ${nothingKept}`,
    'Écrivez par exemple https://mon-service.gouv.fr, ou laissez vide pour une clé de serveur.',
  );

export const noDataFile = () =>
  new AccountRefusal(
    400,
    'Il manque le fichier',
    `Aucun fichier n’accompagne cet envoi, ou il est vide. ${nothingKept}`,
    'Choisissez le fichier, puis recommencez.',
  );

/** The same words for a file already delivered, of someone else, or held too long. */
export const fileGone = () =>
  new AccountRefusal(
    410,
    'Ce fichier n’est plus là',
    'Il a déjà été déposé, ou un quart d’heure a passé : Foulée ne garde aucun fichier. Cette demande n’a rien enregistré.',
    'Choisissez-le de nouveau : une ligne déposée deux fois ne compte qu’une fois.',
  );

export const columnNeeded = (column: string) =>
  new AccountRefusal(
    422,
    'Il manque une colonne',
    `Rien ne dit quelle colonne du fichier est « ${column} », dont la source a besoin. ${nothingKept}`,
    'Choisissez de nouveau le fichier, puis cette colonne.',
  );
