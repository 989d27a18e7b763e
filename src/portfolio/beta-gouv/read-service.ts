import { quoted } from '../../platform/french/typography.ts';
import { isServiceId, safeServiceId } from '../service-id.ts';
import type { Json, NotUnderstood, ServiceLinks, ServiceRecord } from '../service-record.ts';
import { keepUnknown } from './keep-unknown.ts';
import { isObject, type JsonObject } from './objects.ts';
import { readEvents, readPhases } from './read-history.ts';
import { type RecordReader, recordReader, shown } from './record-reader.ts';

export interface ServiceReading {
  readonly at: string;
  readonly service: ServiceRecord | null;
  readonly remarks: readonly NotUnderstood[];
}

const accessibility = ['non conforme', 'partiellement conforme', 'totalement conforme'];

/** Lists of people's names that this software has no use for: they are left where they are. */
const people = ['active_members', 'previous_members', 'expired_members'];

const readAttributes = [
  ...['name', 'title', 'pitch', 'mission', 'link', 'stats_url', 'impact_url', 'budget_url', 'repository'],
  ...['dashlord_url', 'analyse_risques_url', 'accessibility_status', 'thematiques', 'technos', 'sponsors'],
  ...['phases', 'events'],
];

/** One service in the shape of `startups.json`: `{id, attributes, relationships}`. */
export function readResource(item: Json, at: string): ServiceReading {
  const reader = recordReader(at);
  if (!isObject(item)) return unreadable(at, item);
  const attributes = isObject(item.attributes) ? item.attributes : {};
  if (item.attributes !== undefined && !isObject(item.attributes)) {
    reader.note(
      'attributes',
      'Les attributs du service sont attendus ici : la valeur est gardée sans être lue.',
    );
    reader.keep('attributes', item.attributes);
  }
  const identity = readId(item.id, attributes.name ?? attributes.title, reader);
  if (identity === null) return unreadable(at, item);
  const relationships = isObject(item.relationships) ? item.relationships : {};
  if (item.relationships !== undefined && !isObject(item.relationships))
    reader.keep('relationships', item.relationships);
  const several = related(relationships.incubators, 'relationships.incubators', reader);
  const one = related(relationships.incubator, 'relationships.incubator', reader);
  const sponsors = reader
    .list(attributes.sponsors, 'attributes.sponsors')
    .map((item, index) => reader.reference(item, `attributes.sponsors[${index}]`))
    .filter((id) => id !== null);
  const named = related(relationships.sponsors, 'relationships.sponsors', reader);
  keepUnknown(item, ['id', 'type', 'attributes', 'relationships'], '', reader);
  keepUnknown(attributes, readAttributes, 'attributes.', reader);
  keepUnknown(relationships, ['incubator', 'incubators', 'sponsors'], 'relationships.', reader);
  const path = (name: string) => `attributes.${name}`;
  const service = {
    id: identity,
    name: readName(attributes, identity, reader),
    mission: reader.text(attributes.pitch ?? attributes.mission, path('pitch')),
    links: readLinks(attributes, reader),
    accessibility: readAccessibility(attributes.accessibility_status, path('accessibility_status'), reader),
    themes: reader.texts(attributes.thematiques, path('thematiques')),
    technologies: reader.texts(attributes.technos, path('technos')),
    sponsors: [...new Set([...sponsors, ...named])],
    incubators: [...new Set([...several, ...one])],
    phases: readPhases(attributes.phases, path('phases'), reader),
    events: readEvents(attributes.events, path('events'), reader),
  };
  return finish(at, service, reader);
}

/** One service in the shape of `startups_details.json`, which says less: only what it says is read. */
export function readDetails(key: string, item: JsonObject, at: string): ServiceReading {
  const reader = recordReader(at);
  const identity = readId(item.id ?? key, item.name, reader);
  if (identity === null) return unreadable(at, item);
  keepUnknown(item, ['id', 'name', 'repository', 'phases', ...people], '', reader);
  const service = {
    id: identity,
    name: readName(item, identity, reader, ''),
    ...('phases' in item && { phases: readPhases(item.phases, 'phases', reader) }),
  };
  const repository = reader.address(item.repository, 'repository', null);
  return finish(at, repository === null ? service : { ...service, links: { repository } }, reader);
}

function finish(at: string, service: ServiceRecord, reader: RecordReader): ServiceReading {
  const remarks = reader.remarks.map((remark) => ({ service: service.id, ...remark }));
  return { at, service: { ...service, other: reader.other }, remarks };
}

function unreadable(at: string, item: Json): ServiceReading {
  const sentence = `Un service (un identifiant, un nom…) est attendu ici, pas ${shown(item)} : rien n’en est gardé.`;
  return { at, service: null, remarks: [{ service: null, where: at, sentence }] };
}

function readId(id: Json | undefined, name: Json | undefined, reader: RecordReader): string | null {
  const written = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
  if (isServiceId(written)) return written;
  const from = written || (typeof name === 'string' ? name.trim() : '');
  if (from === '') return null;
  const made = safeServiceId(from);
  const why =
    written === ''
      ? 'Ce service n’a pas d’identifiant'
      : `L’identifiant ${shown(written)} ne peut pas servir d’adresse`;
  reader.note('id', `${why} : il est enregistré sous ${quoted(made)}.`);
  if (id !== undefined) reader.keep('id', id);
  return made;
}

function readName(attributes: JsonObject, id: string, reader: RecordReader, prefix = 'attributes.'): string {
  const name = reader.text(attributes.name ?? attributes.title, `${prefix}name`);
  if (name !== null) return name;
  reader.note(`${prefix}name`, 'Ce service n’a pas de nom : son identifiant en tient lieu.');
  return id;
}

function readLinks(attributes: JsonObject, reader: RecordReader): ServiceLinks {
  const path = (name: string) => `attributes.${name}`;
  const service = reader.address(attributes.link, path('link'), null);
  const address = (name: string) => reader.address(attributes[name], path(name), service);
  const links = {
    service,
    stats: address('stats_url'),
    impact: address('impact_url'),
    budget: address('budget_url'),
    repository: address('repository'),
    dashlord: address('dashlord_url'),
    risks: address('analyse_risques_url'),
  };
  return Object.fromEntries(
    Object.entries(links).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

function readAccessibility(value: Json | undefined, path: string, reader: RecordReader): string | null {
  const text = reader.text(value, path);
  if (text !== null && !accessibility.includes(text.toLowerCase())) {
    reader.note(path, `${quoted(text)} n’est pas un état d’accessibilité connu : il est gardé tel quel.`);
  }
  return text;
}

/** Identifiers in a JSON:API relationship, one or several: `{data: {id}}` or `{data: [{id}, …]}`. */
function related(value: Json | undefined, path: string, reader: RecordReader): readonly string[] {
  if (value === undefined || value === null) return [];
  const data = isObject(value) ? value.data : value;
  const items = Array.isArray(data) ? data : [data ?? null];
  return items.flatMap((item: Json, index: number) => {
    const id = isObject(item) ? item.id : item;
    if (id === null || id === '') return [];
    const reference = reader.reference(id, `${path}.data[${index}].id`);
    return reference === null ? [] : [reference];
  });
}
