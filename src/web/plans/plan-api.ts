import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { AccountRefusal } from '../../platform/accounts/refusals.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { InvalidPlan, PlanConflict } from '../../portfolio/plans/plan-refusals.ts';
import { latestVersion } from '../../portfolio/plans/plan-version.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import type { AccountParts } from '../accounts/account-parts.ts';
import { problem } from '../http/problem.ts';
import { keyHolder } from '../team/api/key-holder.ts';
import { notYourService } from '../team/api/refusals.ts';
import { fileTooLarge, noPlanYet } from './plan-refusals.ts';

const path = '/api/v1/services/:service/plan';
const mostBytes = 2_000_000;
const query = z.object({
  after: z.coerce.number().int().min(0).max(1e6).catch(0),
  note: z.string().max(300).catch(''),
});

/** What programs do with a key: read the plan of their service, and send the version that follows. */
export function planApi({ context, onPublish }: Pick<AccountParts, 'context' | 'onPublish'>): Hono {
  const api = new Hono();
  const allowed = async (request: Parameters<typeof keyHolder>[1], permission: 'see' | 'edit-plan') => {
    const holder = await keyHolder(context, request);
    const id = request.req.param('service') ?? '';
    await requirePermission(context, holder, permission, { kind: 'service', id });
    request.header('cache-control', 'no-store');
    return { id, holder };
  };

  api.get(path, async (request) => {
    const { id } = await allowed(request, 'see');
    const latest = await latestVersion(context.db, id);
    if (latest === null) throw noPlanYet();
    const { version, text, hash, note, savedAt } = latest;
    return request.json({ version, hash, note, savedAt, text });
  });

  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: () => {
      throw fileTooLarge();
    },
  });
  api.put(path, limit, async (request) => {
    const { id, holder } = await allowed(request, 'edit-plan');
    const { after, note } = query.parse(request.req.query());
    const text = await request.req.text();
    const author = { actor: holder.id, at: context.now() };
    const { version, saved } = await savePlanVersion(context.db, { service: id, text, note, after }, author);
    if (saved) onPublish();
    return request.json(
      { version: version.version, hash: version.hash, savedAt: version.savedAt, saved },
      saved ? 201 : 200,
    );
  });

  api.onError((error) => {
    if (error instanceof InvalidPlan || error instanceof PlanConflict) {
      const status = error instanceof InvalidPlan ? 422 : 409;
      return problem(status, { title: 'Plan non enregistré', what: error.message, advice: error.advice });
    }
    if (!(error instanceof AccountRefusal)) throw error;
    const { status, title, message, advice } =
      error.status === 404 && error.title !== noPlanYet().title ? notYourService() : error;
    return problem(status, { title, what: message, advice });
  });
  return api;
}
