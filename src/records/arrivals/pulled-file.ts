import type { PullConnection } from '../../platform/pull-connections.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Milliseconds before a site that says nothing is given up; a whole file may take longer, as long as it comes. */
const patience = 60_000;
const mostRedirections = 3;

/**
 * The bytes of a file on a site. A redirection is followed on the same site, as the public link of a Metabase question
 * needs; elsewhere it could lead, with the header, where nobody said. Refuses a site that does not answer, or stops.
 */
export async function pulledFile(
  name: string,
  { origin, headers }: Extract<PullConnection, { kind: 'http' }>,
  path: string,
  signal: AbortSignal | undefined,
): Promise<AsyncIterable<Uint8Array>> {
  const silence = new AbortController();
  const within = async <T>(act: () => Promise<T>, otherwise: () => Refusal): Promise<T> => {
    const late = setTimeout(() => silence.abort(), patience);
    try {
      return await act();
    } catch {
      signal?.throwIfAborted();
      throw otherwise();
    } finally {
      clearTimeout(late);
    }
  };
  const either = signal === undefined ? silence.signal : AbortSignal.any([silence.signal, signal]);
  let at = new URL(path, origin);
  for (let followed = 0; followed <= mostRedirections && at.origin === origin; followed++) {
    const response = await within(
      () => fetch(at, { headers, redirect: 'manual', signal: either }),
      () => noAnswer(name, `${origin} ne répond pas.`),
    );
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next !== null && URL.canParse(next, at.href)) {
      await response.body?.cancel();
      at = new URL(next, at);
      continue;
    }
    if (!response.ok || response.body === null) {
      throw noAnswer(name, `${origin} répond par le code ${response.status} au lieu du fichier.`);
    }
    if (response.headers.get('content-type')?.startsWith('text/html')) {
      await response.body.cancel();
      throw noAnswer(name, `${origin} répond par une page web au lieu du fichier.`);
    }
    const reader = response.body.getReader();
    return (async function* () {
      try {
        for (;;) {
          const { value, done } = await within(
            () => reader.read(),
            () => stopped(name, origin),
          );
          if (done) return;
          yield value;
        }
      } finally {
        await reader.cancel().catch(() => {});
      }
    })();
  }
  throw noAnswer(name, `${origin} renvoie vers une autre adresse, ce qui n’est pas suivi hors de ce site.`);
}

const noAnswer = (name: string, what: string) =>
  new Refusal(
    'data',
    `Source « ${name} » : ${what}`,
    'Vérifiez l’adresse, le chemin et le droit d’accès, puis relancez. Rien n’a été pris.',
  );

const stopped = (name: string, origin: string) =>
  new Refusal(
    'data',
    `Source « ${name} » : ${origin} s’est arrêté avant la fin du fichier.`,
    'Relancez : une ligne déjà prise ne compte qu’une fois.',
  );
