import { jobs } from './companies.ts';
import type { Draws } from './draws.ts';
import type { UseKind } from './uses.ts';
import type { World } from './world.ts';

export const usageCsvHeader = 'dateheure,nom,source,idutilisateur-peconnect,siret\n';

/** Who uses: an account number and identifier, both null for a visitor who is not logged in. */
export interface Visitor {
  account: number | null;
  id: string | null;
  api: boolean;
  /** Came through an e-mail. */
  mailing: boolean;
}

const minutes = Array.from(
  { length: 1440 },
  (_, i) => `${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`,
);
const seconds = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
const hosts = ['f9bee8918889', '74a33bd3f2c9', '2c1d0e77b5a4'];

/** Day-time of a use: mostly between 8 and 22 h. */
function timeText(draws: Draws): string {
  const word = draws.word();
  const hour = (word >>> 12) % 16 === 0 ? draws.below(24) : 8 + draws.below(14);
  return `${minutes[hour * 60 + (word % 60)] ?? ''}:${seconds[(word >>> 6) % 60] ?? ''}.${100000 + ((word >>> 8) % 900000)}`;
}

/** The text of one row of the usage log, with its end of line. */
export function usageRow(
  world: World,
  draws: Draws,
  visitor: Visitor,
  day: number,
  kind: UseKind,
  rank: number,
): string {
  const company = world.companies[rank];
  if (company === undefined) return '';
  const time = `${world.calendar.iso(day)}T${timeText(draws)}`;
  const source = visitor.api ? 'api' : 'site';
  const { siret } = company;
  if (world.options.format === 'csv') {
    return `${time},${kind},${source},${visitor.id ?? ''},${kind === 'recherche' ? '' : siret}\n`;
  }
  const who = visitor.id === null ? 'null' : `"${visitor.id}"`;
  const head = `{"dateheure":"${time}","nom":"${kind}","source":"${source}","hote":"${hosts[(rank + day) % 3] ?? ''}","idutilisateur":${visitor.account ?? 'null'},"idutilisateur-peconnect":${who},"url":`;
  if (kind === 'recherche') {
    const job = jobs[rank % jobs.length] ?? '';
    return `${head}"/entreprises?j=${encodeURIComponent(job)}&l=${company.postcode}","args":{"l":"${company.postcode}"},"proprietes":{"emploi":"${job}","localisation":{"codepostal":"${company.postcode}"},"resultats":{"page":1,"total":${1 + (rank % 90)},"sirets":["${siret}"]}}}\n`;
  }
  const campaign = visitor.mailing
    ? ',"utm_medium":"mailing","utm_source":"simulation","utm_campaign":"1"'
    : '';
  const url = kind === 'details' ? `/${siret}/details` : `/events/toggle-details/${siret}`;
  return `${head}"${url}","args":{},"proprietes":{"siret":"${siret}"${campaign}}}\n`;
}
