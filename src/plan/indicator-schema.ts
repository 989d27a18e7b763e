import { z } from 'zod';
import { expectation } from './expectation.ts';
import { followUp } from './follow-up/schema.ts';

/** An indicator as it is written: its method says which keys it has. */
export const indicator = z.discriminatedUnion('method', [followUp], { error: expectation.method });
