import { badOrigins } from './refusals.ts';

const most = 10;

/** The sites written in a form, separated by spaces or commas; refuses what is not the address of a site. */
export function readOrigins(written: string): readonly string[] {
  const parts = written.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.length > most) throw badOrigins();
  return [...new Set(parts.map(originOf))];
}

/** `https://mon-service.gouv.fr`, whatever page of it was written; http only on this machine. */
function originOf(part: string): string {
  if (!URL.canParse(part)) throw badOrigins();
  const { protocol, hostname, origin, username, password } = new URL(part);
  const local = hostname === 'localhost' || hostname === '127.0.0.1';
  if (!(protocol === 'https:' || (protocol === 'http:' && local)) || username !== '' || password !== '') {
    throw badOrigins();
  }
  return origin;
}
