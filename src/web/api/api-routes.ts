import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { collecting, sendingKeyScheme } from '../collect/describe-collect.ts';
import {
  badQuestion,
  indicatorNotFound,
  publicationNotFound,
  serviceNotFound,
  withdrawn,
} from '../http/refusals.ts';
import { planReadings } from '../plans/describe-plan-api.ts';
import type { Facts } from '../routes/facts.ts';
import { keyScheme, publishing } from '../team/api/describe-publishing.ts';
import { entryNamed, withdrawalOf } from '../view/entries.ts';
import { costsJson } from './costs-json.ts';
import { decisionJson } from './decision-json.ts';
import { described, type Reading, routePath } from './describe.ts';
import { formats } from './describe-formats.ts';
import { readings, servicesQuery } from './readings.ts';
import { publicationLinkJson, serviceJson } from './service-json.ts';

/** The open API, read without a key, and the document that describes it and what is done with a key. */
export function apiRoutes({ site, data }: Pick<Facts, 'site' | 'data'>): OpenAPIHono {
  const api = new OpenAPIHono();
  const read = (reading: Reading, answer: (context: Context) => Promise<unknown>) => {
    api.openAPIRegistry.registerPath(described(reading));
    api.get(routePath(reading), async (context) => context.json(await answer(context)));
  };
  const parameter = (context: Context, name: string): string => context.req.param(name) ?? '';
  const entriesOf = async (context: Context) => {
    const entries = await data.entries(parameter(context, 'service'));
    if (entries === null) throw serviceNotFound();
    return entries;
  };
  const publicationOf = async (context: Context, name: string) => {
    const entries = await entriesOf(context);
    const entry = name === 'latest' ? (entries.at(-1) ?? null) : entryNamed(entries, name);
    if (entry === null) throw publicationNotFound(entries.length);
    const reason = withdrawalOf(entry);
    if (reason !== null) throw withdrawn(reason);
    return entry.publication;
  };

  read(readings.services, async (context) => {
    const query = servicesQuery.safeParse(context.req.query());
    if (!query.success) throw badQuestion('« published » vaut « true » ou « false ».');
    const { published } = query.data;
    const rows = (await data.rows()).filter(
      ({ level }) => published === undefined || (level !== null) === (published === 'true'),
    );
    return { total: rows.length, services: rows.map((row) => serviceJson(row, site.address)) };
  });
  read(readings.service, async (context) => {
    const row = (await data.rows()).find(({ id }) => id === parameter(context, 'service'));
    if (row === undefined) throw serviceNotFound();
    return serviceJson(row, site.address);
  });
  read(readings.indicators, async (context) => (await publicationOf(context, 'latest')).bundle.measures);
  read(readings.indicator, async (context) => {
    const { measures } = (await publicationOf(context, 'latest')).bundle;
    const found = measures.find(({ indicator }) => indicator === parameter(context, 'indicator'));
    if (found === undefined) throw indicatorNotFound();
    return found;
  });
  read(readings.publications, async (context) => {
    const entries = await entriesOf(context);
    const service = parameter(context, 'service');
    return entries.map((entry) => publicationLinkJson(service, entry, entries, site.address)).reverse();
  });
  read(readings.publication, (context) => publicationOf(context, parameter(context, 'publication')));
  read(readings.plan, async (context) => {
    const hash = parameter(context, 'plan');
    const entries = await entriesOf(context);
    const found = entries.find(({ publication }) => publication.bundle.plan.hash === hash);
    if (found === undefined) throw publicationNotFound(entries.length);
    return found.publication.bundle.plan;
  });
  read(readings.registrations, async (context) => {
    const registrations = await data.registrations(parameter(context, 'service'));
    if (registrations === null) throw serviceNotFound();
    return registrations.map(({ indicator, version, registeredAt, lookedOn, hash }) => ({
      indicator,
      version,
      registeredAt,
      beforeLooking: lookedOn === null,
      sha256: hash,
    }));
  });
  read(readings.costs, async (context) => {
    const service = parameter(context, 'service');
    const costs = await data.costs(service);
    if (costs === null) throw serviceNotFound();
    return costsJson(service, costs, site.address);
  });
  read(readings.decisions, async (context) => {
    const service = parameter(context, 'service');
    const decisions = await data.decisions(service);
    if (decisions === null) throw serviceNotFound();
    return decisions.map((decision) =>
      decisionJson(decision, { address: site.address, today: data.today() }),
    );
  });
  read(readings.corrections, () => data.corrections());

  for (const route of [...formats, ...publishing, ...planReadings, collecting(site.address)])
    api.openAPIRegistry.registerPath(route);
  api.openAPIRegistry.registerComponent('securitySchemes', sendingKeyScheme, {
    type: 'http',
    scheme: 'bearer',
    description:
      'Une clé de collecte, créée dans l’espace du service : elle envoie des lignes, et rien d’autre',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', keyScheme, {
    type: 'http',
    scheme: 'bearer',
    description: 'Une clé d’API, créée dans l’espace des équipes',
  });
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: `${site.name} : données ouvertes`,
      version: '1',
      license: { name: 'Licence Ouverte Etalab 2.0', url: 'https://spdx.org/licenses/etalab-2.0.html' },
      description:
        'Tous les chiffres publiés, avec leur intervalle, leur méthode et leur date. Lecture libre, sans clé ; la publication et la collecte en demandent une. Licence Ouverte Etalab 2.0.',
    },
    servers: [{ url: `${site.address}/api/v1` }],
  });
  return api;
}
