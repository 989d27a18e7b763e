import { DamagedPublication } from '../../publish/ledger/kept-publication.ts';

/** For pages about every service: one whose publications can no longer be read is left out, null. */
export async function unlessDamaged<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof DamagedPublication) return null;
    throw error;
  }
}
