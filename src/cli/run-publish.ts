import type { MeasureDocument } from '../measure/measure.ts';
import type { Plan } from '../plan/plan.ts';
import { today } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { listUnlessKnown } from '../portfolio/list-unless-known.ts';
import type { DisclosureRule } from '../publish/disclosure/rule.ts';
import { freeze } from '../publish/freeze.ts';
import { databaseLedger } from '../publish/ledger/database-ledger.ts';
import { checkServiceId, type Ledger } from '../publish/ledger/ledger.ts';
import { remoteLedger } from '../publish/ledger/remote-ledger.ts';
import { type Outcome, publishOnce } from '../publish/publish-once.ts';
import { disclosureRule } from './disclosure-rule.ts';
import { commandLineAuthor, withLedger } from './ledger-place.ts';
import { loadPlan } from './plan-file.ts';
import { measureFromPlan } from './run-measure.ts';
import { withDatabase } from './with-database.ts';

interface PublishOptions {
  readonly service?: string;
  readonly dryRun?: boolean;
  readonly folder?: string;
  readonly to?: string;
  readonly threshold: string;
  readonly firms?: boolean;
  readonly import: boolean;
  readonly only?: readonly string[];
}

/** Measures a plan again with its counts, then publishes, or only says what would be. */
export async function publishFromPlan(path: string, options: PublishOptions): Promise<Outcome> {
  const rule = disclosureRule(options.threshold, options.firms === true);
  const { plan } = loadPlan(path);
  const service = options.service ?? plan.service.id;
  checkServiceId(service);
  const remote = options.to === undefined ? null : ledgerAt(options.to, options.folder);
  const measured = await measureFromPlan(path, {
    refresh: options.import,
    keepCounts: true,
    ...(options.only && { only: options.only }),
  });
  const document = { ...measured, service: { ...measured.service, id: service } };
  const publish = (ledger: Ledger) => publishTo(ledger, { document, plan, rule }, options.dryRun === true);
  if (remote !== null) return publish(remote);
  if (options.folder) return withLedger(options.folder, publish);
  return withDatabase(async (db) => {
    const outcome = await publish(databaseLedger(db));
    // Otherwise its public page would say that there is no such service.
    if (!options.dryRun)
      await listUnlessKnown(db, { id: service, name: plan.service.name }, commandLineAuthor());
    return outcome;
  });
}

/** The ledger of the site named, with the key of the settings; refused before anything is measured. */
function ledgerAt(site: string, folder: string | undefined): Ledger {
  if (folder !== undefined) {
    throw new Refusal(
      'usage',
      '--to et --folder ne vont pas ensemble : l’un publie sur un site, l’autre dans un dossier.',
      'N’en gardez qu’un.',
    );
  }
  const { publishingKey } = readConfig();
  if (publishingKey !== null) return remoteLedger(site, publishingKey);
  throw new Refusal(
    'usage',
    'Pour publier sur un site, il faut une clé d’API.',
    'Créez-la dans l’espace des équipes du site, page de l’équipe du service, puis donnez-la : FOULEE_API_KEY=foulee_… foulee publish --to …',
  );
}

/** Publishes, or freezes without adding anything. */
async function publishTo(
  ledger: Ledger,
  measured: { readonly document: MeasureDocument; readonly plan: Plan; readonly rule: DisclosureRule },
  dryRun: boolean,
): Promise<Outcome> {
  const place = { ledger, today: today() };
  if (!dryRun) return publishOnce(place, measured, commandLineAuthor());
  const entries = await ledger.entries(measured.document.service.id);
  const earlier = entries.map(({ publication }) => publication);
  return { publication: freeze({ ...measured, earlier, today: place.today }), added: false };
}
