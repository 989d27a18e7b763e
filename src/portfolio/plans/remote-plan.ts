import { z } from 'zod';
import { Refusal } from '../../platform/refusal.ts';
import { checkServiceId } from '../../publish/ledger/ledger.ts';
import { siteAddress } from '../../publish/ledger/remote-ledger.ts';
import { siteAnswer } from '../../publish/ledger/site-answer.ts';

const read = z.object({ version: z.number(), text: z.string(), savedAt: z.string() });
const sent = z.object({ version: z.number(), saved: z.boolean() });

interface PlanToSend {
  readonly text: string;
  /** The version it was written from; 0: there was none. */
  readonly after: number;
  readonly note: string;
}

/** The plan of a service on a site, through its API and with a key. */
export function remotePlan(site: string, key: string, service: string) {
  const address = siteAddress(site);
  checkServiceId(service);
  const path = `/api/v1/services/${service}/plan`;
  return {
    async read() {
      return understood(read, await siteAnswer(address, path, key, {}));
    },
    async send({ text, after, note }: PlanToSend) {
      const query = new URLSearchParams({ after: String(after), note });
      const headers = { 'content-type': 'application/yaml' };
      const options = { method: 'PUT', body: text, headers };
      return understood(sent, await siteAnswer(address, `${path}?${query}`, key, options));
    },
  };
}

function understood<T>(shape: z.ZodType<T>, text: string): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new Refusal(
      'data',
      'La réponse de ce site n’est pas celle d’un site Foulée à jour.',
      'Vérifiez l’adresse, puis relancez.',
    );
  }
}
