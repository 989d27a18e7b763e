import { Hono } from 'hono';
import { z } from 'zod';
import { readAudit } from '../../platform/accounts/read-audit.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { installation, may } from '../../platform/accounts/roles.ts';
import type { AccountEnv, AccountParts } from './account-parts.ts';
import { AuditPage } from './pages/audit-page.tsx';
import { TeamPage } from './pages/team-page.tsx';
import { signedIn } from './with-account.ts';

const lineNumber = z.coerce.number().int().positive().nullable().catch(null);

/** The first page of those who are signed in, and the audit log. */
export function teamRoutes({ context, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();

  routes.get('/equipe', (request) => {
    const account = signedIn(request);
    return request.html(
      <Layout title="Espace des équipes" path="/equipe">
        <TeamPage account={account} audit={may(account.grants, 'read-audit', installation)} />
      </Layout>,
    );
  });

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
