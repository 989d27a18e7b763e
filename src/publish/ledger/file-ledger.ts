import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../bundle/canonical.ts';
import { DamagedPublication, keptPublication } from './kept-publication.ts';
import {
  type Correction,
  checkFollows,
  checkServiceId,
  type Ledger,
  type LedgerEntry,
  noSuchPublication,
} from './ledger.ts';

/**
 * A ledger kept as files, one a publication, for who works without a database: `<folder>/<service>/0001.json`, and
 * `corrections.jsonl`. A file is created, never written again.
 */
export function fileLedger(folder: string): Ledger {
  const read = (service: string): readonly LedgerEntry[] => {
    checkServiceId(service);
    const home = join(folder, service);
    if (!existsSync(home)) return [];
    const corrections = correctionsIn(home);
    return readdirSync(home)
      .filter((name) => /^\d{4,}\.json$/.test(name))
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
      .map((name) => {
        const publication = keptPublication(readFileSync(join(home, name), 'utf8'));
        if (publication === null) throw new DamagedPublication(service, Number.parseInt(name, 10));
        const { number } = publication.bundle;
        return { publication, corrections: corrections.filter((own) => own.number === number) };
      });
  };
  return {
    entries: async (service) => read(service),
    async append(service, _author, make) {
      const entries = read(service);
      const publication = make(entries);
      checkFollows(publication, entries);
      const home = join(folder, service);
      mkdirSync(home, { recursive: true, mode: 0o700 });
      const name = `${String(publication.bundle.number).padStart(4, '0')}.json`;
      writeFileSync(join(home, name), `${canonicalJson(publication)}\n`, { flag: 'wx', flush: true });
      return publication;
    },
    async correct(correction, { role, at }) {
      const known = read(correction.service).some(
        ({ publication }) => publication.bundle.number === correction.number,
      );
      if (!known) throw noSuchPublication(correction.number);
      const line = canonicalJson({ ...correction, role, at });
      appendFileSync(join(folder, correction.service, corrections), `${line}\n`, { flush: true });
    },
  };
}

const corrections = 'corrections.jsonl';

function correctionsIn(home: string): readonly Correction[] {
  const path = join(home, corrections);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Correction);
}
