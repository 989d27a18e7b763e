import { Hono } from 'hono';
import { z } from 'zod';
import { readAudit } from '../../platform/accounts/read-audit.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import type { AccountEnv, AccountParts } from './account-parts.ts';
import { AuditPage } from './pages/audit-page.tsx';
import { signedIn } from './with-account.ts';

const lineNumber = z.coerce.number().int().positive().nullable().catch(null);

/** The audit log. */
export function auditRoutes({ context, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();

  routes.get('/equipe/journal', async (request) => {
    await requirePermission(context, signedIn(request), 'read-audit', { kind: 'installation' });
    const before = lineNumber.parse(request.req.query('avant') ?? null);
    return request.html(
      <Layout title="Journal d’audit" path="/equipe/journal">
        <AuditPage lines={await readAudit(context, before)} />
      </Layout>,
    );
  });

  return routes;
}
