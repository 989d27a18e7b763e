import { z } from 'zod';
import { askedLater } from './asked-later/schema.ts';
import { declared } from './declared/schema.ts';
import { expectation } from './expectation.ts';
import { followUp } from './follow-up/schema.ts';
import { proxy } from './proxy/schema.ts';
import { rollout } from './rollout/schema.ts';
import { sampleVolume } from './sample-volume/schema.ts';

/** An indicator as it is written: its method says which keys it has. */
export const indicator = z.discriminatedUnion(
  'method',
  [followUp, sampleVolume, proxy, askedLater, declared, rollout],
  {
    error: expectation.method,
  },
);
