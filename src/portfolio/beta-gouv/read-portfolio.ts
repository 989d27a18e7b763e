import { Refusal } from '../../platform/refusal.ts';
import type { Json, NotUnderstood, PortfolioDocument, ServiceRecord } from '../service-record.ts';
import { jsonDocument } from '../source/json-document.ts';
import { isObject, type JsonObject } from './objects.ts';
import { readIncubators, readOrganisations } from './read-organisations.ts';
import { readDetails, readResource, type ServiceReading } from './read-service.ts';

/**
 * Reads a document of the beta.gouv.fr interface v2.7 (`startups.json`, `startups_details.json`, `organisations.json`)
 * from its text. Nothing is lost: what has no field of its own, or was not understood, is kept in `other` and listed.
 * Refuses a text that is not such a document; `from` names it in the sentence.
 */
export function readPortfolio(text: string, from: string): PortfolioDocument {
  if (/^\uFEFF?id;name;/i.test(text)) throw csvList(from);
  const document = jsonDocument(text, from, 'la liste startups.json');
  const found = servicesOf(document);
  const included = isObject(document) ? document.included : undefined;
  const incubators = readIncubators(included, 'included');
  if (found !== null) {
    if (found.readings.length === 0) throw emptyList(from);
    const { services, remarks } = withoutDuplicates(found.readings);
    if (services.length === 0) throw notAPortfolio(from);
    return {
      services,
      organisations: [],
      incubators: incubators.records,
      notUnderstood: [...remarks, ...incubators.remarks],
      complete: found.complete,
      partial: found.partial,
    };
  }
  const organisations = readOrganisations(document, 'organisations');
  if (organisations.records.length === 0) throw notAPortfolio(from);
  return {
    services: [],
    organisations: organisations.records,
    incubators: [],
    notUnderstood: organisations.remarks,
    complete: false,
    partial: true,
  };
}

function servicesOf(
  document: Json,
): { readings: readonly ServiceReading[]; complete: boolean; partial: boolean } | null {
  const list = isObject(document) ? document.data : document;
  if (Array.isArray(list)) {
    const looksLikeOrganisations = list.some((item) => isObject(item) && !('attributes' in item));
    if (Array.isArray(document) && looksLikeOrganisations) return null;
    return {
      readings: list.map((item, index) => readResource(item, `data[${index}]`)),
      complete: true,
      partial: false,
    };
  }
  if (!isObject(document)) return null;
  if (isObject(list)) return { readings: [readResource(list, 'data')], complete: false, partial: false };
  const entries = Object.entries(document).filter((entry): entry is [string, JsonObject] =>
    isDetails(entry[1]),
  );
  if (entries.length === 0) return null;
  return {
    readings: entries.map(([key, item]) => readDetails(key, item, key)),
    complete: true,
    partial: true,
  };
}

const isDetails = (item: Json) => isObject(item) && ('phases' in item || 'active_members' in item);

/** One service an identifier: the first is kept, a different later one is kept inside it and said. */
function withoutDuplicates(readings: readonly ServiceReading[]) {
  const first = new Map<string, { service: ServiceRecord; duplicates: Json[] }>();
  const remarks: NotUnderstood[] = [];
  for (const { at, service, remarks: own } of readings) {
    remarks.push(...own);
    if (service === null) continue;
    const earlier = first.get(service.id);
    if (earlier === undefined) {
      first.set(service.id, { service, duplicates: [] });
      continue;
    }
    const same = JSON.stringify(earlier.service) === JSON.stringify(service);
    if (!same) earlier.duplicates.push(JSON.parse(JSON.stringify(service)));
    remarks.push({
      service: service.id,
      where: at,
      sentence: same
        ? `Le service ${service.id} est donné deux fois, à l’identique : une seule est gardée.`
        : `Deux services différents portent l’identifiant ${service.id} : le premier est utilisé, l’autre est gardé avec lui.`,
    });
  }
  const services = [...first.values()].map(({ service, duplicates }) =>
    duplicates.length === 0 ? service : { ...service, other: { ...service.other, duplicates } },
  );
  return { services, remarks };
}

const csvList = (from: string) =>
  new Refusal(
    'data',
    `${from} est la version CSV de la liste, qui ne dit ni les phases ni les comités. Rien n’a été changé.`,
    'Donnez plutôt startups.json, à la même adresse.',
  );

const emptyList = (from: string) =>
  new Refusal(
    'data',
    `${from} ne contient aucun service : rien n’a été changé, pour ne pas faire disparaître un portefeuille entier.`,
    'Vérifiez l’adresse ou le fichier ; la liste attendue est startups.json.',
  );

const notAPortfolio = (from: string) =>
  new Refusal(
    'data',
    `${from} est du JSON, mais pas une liste de services : aucun service n’y a été reconnu. Rien n’a été changé.`,
    'La forme attendue est celle de l’interface v2.7 de beta.gouv.fr : {"data": [{"id": …, "attributes": …}]}.',
  );
