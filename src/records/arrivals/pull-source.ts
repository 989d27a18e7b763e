import type { Source } from '../../plan/plan.ts';
import type { PullConnection } from '../../platform/pull-connections.ts';
import { Refusal } from '../../platform/refusal.ts';
import { missingColumns } from '../sniff-format.ts';
import { arrivalShape } from './arrival-shape.ts';
import { type DeliveryReceipt, deliver } from './deliver.ts';
import type { ArrivalDoor } from './door.ts';
import { type Delivery, openDelivery } from './open-delivery.ts';
import { pulledFile } from './pulled-file.ts';
import { queriedDelivery } from './queried-delivery.ts';

export interface PullOptions {
  readonly service: string;
  readonly connections: Readonly<Record<string, PullConnection>>;
  /** The last day that is not in the future, `YYYY-MM-DD`. */
  readonly latest: string;
  readonly signal?: AbortSignal;
}

/**
 * Fetches what a source says it pulls, and takes its rows through the door: those already there are known and change
 * nothing. Refuses a source that pulls nothing, a connection that is not set, a site or a database that does not answer.
 */
export async function pullSource(
  door: ArrivalDoor,
  source: Source,
  { service, connections, latest, signal }: PullOptions,
): Promise<DeliveryReceipt> {
  const { pull } = source;
  if (!pull) throw nothingToPull(source.name);
  const connection = Object.hasOwn(connections, pull.connection) ? connections[pull.connection] : undefined;
  if (connection === undefined) throw noConnection(source.name, pull.connection);
  const to = { service, source, latest };
  if (pull.query !== null) {
    if (connection.kind !== 'postgresql') throw otherKind(source.name, 'une base PostgreSQL');
    return queriedDelivery(source.name, connection.url, pull.query, (delivery) => taken(delivery));
  }
  if (connection.kind !== 'http') throw otherKind(source.name, 'un site');
  const body = await pulledFile(source.name, connection, pull.path ?? '/', signal);
  return taken(await openDelivery(source.name, body, neededColumns(source)));

  function taken(delivery: Delivery): Promise<DeliveryReceipt> {
    const missing = missingColumns(source.name, requiredColumns(source), delivery.columns);
    if (missing !== null) throw new Refusal('data', missing.what, missing.advice);
    const present = neededColumns(source).filter((column) => delivery.columns.includes(column));
    return deliver(door, to, delivery, Object.fromEntries(present.map((column) => [column, column])));
  }
}

function neededColumns(source: Source): readonly string[] {
  const { subject, target, columns } = arrivalShape(source);
  return [subject, target, ...columns.map(({ column }) => column)].filter((column) => column !== null);
}

function requiredColumns(source: Source): readonly string[] {
  const { subject, columns } = arrivalShape(source);
  const needed = columns.filter(({ required }) => required).map(({ column }) => column);
  return subject === null ? needed : [subject, ...needed];
}

const nothingToPull = (name: string) =>
  new Refusal(
    'plan',
    `La source « ${name} » ne dit pas où prendre ses lignes.`,
    'Ajoutez « pull » à cette source (docs/collecte.md).',
  );

const noConnection = (name: string, connection: string) =>
  new Refusal(
    'usage',
    `Source « ${name} » : la connexion « ${connection} » n’est pas réglée sur cette machine.`,
    `Donnez son adresse dans la variable d’environnement FOULEE_PULL_${connection.toUpperCase()}.`,
  );

const otherKind = (name: string, expected: string) =>
  new Refusal(
    'usage',
    `Source « ${name} » : sa connexion n’est pas ${expected}.`,
    'Une requête (query) va à une base PostgreSQL, un chemin (path) à un site : corrigez le plan ou la connexion.',
  );
