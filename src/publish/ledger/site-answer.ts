import { z } from 'zod';
import { Refusal } from '../../platform/refusal.ts';

const longestWait = 60_000;

const problemShape = z.object({ detail: z.string(), advice: z.string() });

/** The text a site answers to who has a key; its refusals are said in its own words, without what a terminal obeys. */
export async function siteAnswer(
  address: string,
  path: string,
  key: string,
  { headers, ...options }: RequestInit,
): Promise<string> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${address}${path}`, {
      ...options,
      headers: { ...headers, authorization: `Bearer ${key}`, accept: 'application/json' },
      // The key goes to this address and to no other.
      redirect: 'error',
      signal: AbortSignal.timeout(longestWait),
    });
    text = await response.text();
  } catch {
    throw new Refusal(
      'data',
      `${address} ne répond pas.`,
      'Vérifiez l’adresse et votre connexion, puis relancez : une publication déjà faite n’est jamais faite deux fois.',
    );
  }
  if (response.ok) return text;
  const said = problemShape.safeParse(parsed(text));
  if (said.success) throw new Refusal('data', plain(said.data.detail), plain(said.data.advice));
  throw new Refusal(
    'data',
    `${address} répond par une erreur (${response.status}).`,
    'Vérifiez que cette adresse est celle d’un site Foulée, et qu’il est à jour.',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ').slice(0, 2000);
