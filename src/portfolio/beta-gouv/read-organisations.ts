import type { IncubatorRecord, Json, NotUnderstood, OrganisationRecord } from '../service-record.ts';
import { keepUnknown } from './keep-unknown.ts';
import { isObject, type JsonObject } from './objects.ts';
import { type RecordReader, recordReader } from './record-reader.ts';

interface Readings<T> {
  readonly records: readonly T[];
  readonly remarks: readonly NotUnderstood[];
}

/** The incubators that `startups.json` includes. */
export function readIncubators(value: Json | undefined, at: string): Readings<IncubatorRecord> {
  return readAll(value, at, (item, id, reader) => {
    const attributes = isObject(item.attributes) ? item.attributes : item;
    keepUnknown(attributes, ['id', 'type', 'title', 'name', 'owner', 'website', 'github'], '', reader);
    return {
      id,
      name: reader.text(attributes.title ?? attributes.name, 'attributes.title') ?? id,
      organisation: reader.reference(attributes.owner, 'attributes.owner'),
      website: reader.address(attributes.website, 'attributes.website', null),
      repository: reader.address(attributes.github, 'attributes.github', null),
      other: reader.other,
    };
  });
}

/** The list of `organisations.json`: `[{id, name, acronym, …}]`. */
export function readOrganisations(value: Json | undefined, at: string): Readings<OrganisationRecord> {
  return readAll(value, at, (item, id, reader) => {
    keepUnknown(item, ['id', 'name', 'acronym', 'website'], '', reader);
    return {
      id,
      name: reader.text(item.name, 'name') ?? id,
      acronym: reader.text(item.acronym, 'acronym'),
      website: reader.address(item.website, 'website', null),
      other: reader.other,
    };
  });
}

function readAll<T>(
  value: Json | undefined,
  at: string,
  read: (item: JsonObject, id: string, reader: RecordReader) => T,
): Readings<T> {
  const records = new Map<string, T>();
  const remarks: NotUnderstood[] = [];
  for (const [index, item] of (Array.isArray(value) ? value : []).entries()) {
    const reader = recordReader(`${at}[${index}]`);
    const id = isObject(item) ? reader.reference(item.id, 'id') : null;
    if (isObject(item) && id !== null && !records.has(id)) records.set(id, read(item, id, reader));
    else
      reader.note(
        '',
        'Un organisme (identifiant, nom) est attendu ici, une seule fois : cet élément est laissé de côté.',
      );
    remarks.push(...reader.remarks.map((remark) => ({ service: null, ...remark })));
  }
  return { records: [...records.values()], remarks };
}
