import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { KeyHolder } from '../../../platform/accounts/find-api-key.ts';
import { AccountRefusal } from '../../../platform/accounts/refusals.ts';
import { AdmissionRefusal } from '../../../publish/admit/admission-refusal.ts';
import { databaseLedger } from '../../../publish/ledger/database-ledger.ts';
import type { AccountParts } from '../../accounts/account-parts.ts';
import { publicationLinkJson } from '../../api/service-json.ts';
import { problem } from '../../http/problem.ts';
import { authorOf } from '../author-of.ts';
import { admissionStatus, admissionTitle } from '../publications/admission-status.ts';
import { mostPublicationBytes, publishSubmitted } from '../publications/publish-submitted.ts';
import { keyHolder } from './key-holder.ts';
import { notYourService, publicationTooLarge } from './refusals.ts';

interface KeyEnv {
  Variables: { holder: KeyHolder };
}

/** What programs do with a key: read the whole ledger of their service, and add a publication to it. */
export function publishingApi({
  context,
  address,
  onPublish,
}: Pick<AccountParts, 'context' | 'address' | 'onPublish'>): Hono<KeyEnv> {
  const api = new Hono<KeyEnv>();
  const ledger = databaseLedger(context.db);

  const path = '/api/v1/services/:service/:what{publications|ledger}';
  api.use(path, async (request, next) => {
    const isPublicReading = request.req.method !== 'POST' && request.req.param('what') === 'publications';
    if (isPublicReading) return next();
    request.set('holder', await keyHolder(context, request));
    await next();
    request.res.headers.set('cache-control', 'no-store');
  });

  api.get('/api/v1/services/:service/ledger', async (request) => {
    const service = request.req.param('service');
    await authorOf(context, request.get('holder'), 'publish', service);
    const entries = await ledger.entries(service);
    return request.json(entries.map(({ publication, corrections }) => ({ ...publication, corrections })));
  });

  const limit = bodyLimit({
    maxSize: mostPublicationBytes,
    onError: () => {
      throw publicationTooLarge();
    },
  });
  api.post('/api/v1/services/:service/publications', limit, async (request) => {
    const service = request.req.param('service');
    const holder = request.get('holder');
    const text = await request.req.text();
    const { sha256 } = await publishSubmitted(context, holder, { service, text });
    onPublish();
    const entries = await ledger.entries(service);
    const entry = entries.find(({ publication }) => publication.sha256 === sha256);
    if (entry === undefined) throw new Error('the publication just added is not in the ledger');
    const link = publicationLinkJson(service, entry, entries, address);
    return request.json(link, 201, { location: link.links.page });
  });

  api.onError((error) => {
    if (error instanceof AdmissionRefusal) {
      const { message, advice } = error;
      return problem(admissionStatus(error), { title: admissionTitle, what: message, advice });
    }
    if (!(error instanceof AccountRefusal)) throw error;
    const { status, title, message, advice } = error.status === 404 ? notYourService() : error;
    return problem(status, { title, what: message, advice });
  });
  return api;
}
