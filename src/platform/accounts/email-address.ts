import { z } from 'zod';
import { notAnEmail } from './refusals.ts';

const shape = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** An address as it is kept and compared: trimmed, lower case. Refuses what is not one. */
export function emailAddress(text: string): string {
  const address = shape.safeParse(text);
  if (!address.success) throw notAnEmail();
  return address.data;
}
