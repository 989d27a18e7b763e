import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plan, Source } from '../plan/plan.ts';
import type { Config } from '../platform/config.ts';
import { readKeyIfAny } from '../platform/key.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ImportedSource } from './imported-source.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { definitionHash, sourceFolder } from './records-folder.ts';

/** The sources of a plan as imported, by name; reads manifests only. Refuses when one was never imported. */
export async function openRecords(plan: Plan, config: Config): Promise<ReadonlyMap<string, ImportedSource>> {
  const key = readKeyIfAny(config);
  const records = new Map<string, ImportedSource>();
  for (const source of Object.values(plan.sources)) {
    const folder = key && sourceFolder(config.dataFolder, plan.service.id, source, key.fingerprint);
    const manifest = folder ? readManifest(folder) : null;
    if (!folder || !manifest) throw notImported(source);
    records.set(source.name, importedSource(source, folder, manifest));
  }
  return records;
}

function importedSource(source: Source, folder: string, state: Manifest): ImportedSource {
  const { files, importedOn } = state;
  const sum = (count: (file: Manifest['files'][number]) => number) =>
    files.reduce((total, file) => total + count(file), 0);
  const days = (pick: (file: Manifest['files'][number]) => string | null) =>
    files
      .map(pick)
      .filter((day) => day !== null)
      .sort();
  return {
    source: source.name,
    kind: source.kind,
    files: files.flatMap((file) => file.segments.map((name) => join(folder, name))),
    reports: files.flatMap((file) => file.reports.map((name) => join(folder, name))),
    rows: sum((file) => file.rows),
    rejected: sum((file) => file.rejected),
    withoutSubject: sum((file) => file.withoutSubject),
    firstDay: days((file) => file.firstDay)[0] ?? null,
    lastDay: days((file) => file.lastDay).at(-1) ?? null,
    lastRecorded: days((file) => file.lastRecorded).at(-1) ?? null,
    digest: recordsDigest(source, state),
    importedOn,
  };
}

/**
 * Of the contents and the definition, whatever the names of the files and the order of imports; and whatever the key,
 * as long as nobody was erased.
 */
function recordsDigest(source: Source, { files, erased, since }: Manifest): string {
  const hash = createHash('sha256').update(definitionHash(source, ''));
  const digests = files.map((file) => file.digest).sort();
  for (const digest of digests) hash.update(`\n${digest}`);
  if (erased.length > 0 || since !== null) hash.update(`\nerased ${since} ${erased.join(' ')}`);
  return hash.digest('hex');
}

const notImported = (source: Source) =>
  new Refusal(
    'data',
    `La source « ${source.name} » n'est pas encore importée, ou le plan ou la clé ont changé depuis.`,
    'Lancez « foulee import », puis relancez cette commande.',
  );
