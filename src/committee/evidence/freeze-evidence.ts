import { createHash } from 'node:crypto';
import { Refusal } from '../../platform/refusal.ts';
import { canonicalJson, toSixDecimals } from '../../publish/bundle/canonical.ts';
import { type CommitteeEvidence, committeeEvidence } from './evidence.ts';

/** The text that is kept, and its SHA-256 (64 hexadecimal digits). */
export interface FrozenEvidence {
  readonly document: string;
  readonly sha256: string;
}

/** Freezes what was known: canonical JSON, numbers to six decimals. The same evidence gives the same bytes. */
export function freezeEvidence(evidence: CommitteeEvidence): FrozenEvidence {
  const document = canonicalJson(committeeEvidence.parse(toSixDecimals(evidence)));
  return { document, sha256: hashOf(document) };
}

/** What was frozen, read again. Refuses a text that is no longer what its hash says. */
export function readFrozenEvidence({ document, sha256 }: FrozenEvidence): CommitteeEvidence {
  if (hashOf(document) !== sha256) {
    throw new Refusal(
      'data',
      'Ce qui avait été figé pour ce comité ne correspond plus à son empreinte : quelqu’un l’a modifié depuis.',
      'Rien n’en est montré. Qui tient ce site peut le rétablir depuis une sauvegarde de la base.',
    );
  }
  const read = committeeEvidence.safeParse(JSON.parse(document));
  if (read.success) return read.data;
  throw new Refusal(
    'data',
    'Ce qui avait été figé pour ce comité vient d’une version de Foulée que celle-ci ne sait pas lire.',
    'Rien n’est perdu. Mettez Foulée à jour, puis ouvrez de nouveau cette page.',
  );
}

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
