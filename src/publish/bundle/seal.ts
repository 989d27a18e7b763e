import type { Bundle, Publication } from './bundle.ts';
import { sha256 } from './canonical.ts';

/** Seals a bundle: its hash, and that of each of its parts. The same bundle gives the same bytes. */
export const seal = (bundle: Bundle): Publication => ({
  sha256: sha256(bundle),
  parts: partsOf(bundle),
  bundle,
});

const partDigits = 16;

/** The hash of each field of the bundle, and of each field of each measure, as `measures.0.evidence`. */
export function partsOf(bundle: Bundle): Readonly<Record<string, string>> {
  const { measures, ...rest } = bundle;
  const fields: [string, unknown][] = [
    ...Object.entries(rest),
    ...measures.flatMap((measure, i) =>
      Object.entries(measure).map(([key, value]): [string, unknown] => [`measures.${i}.${key}`, value]),
    ),
  ];
  return Object.fromEntries(fields.map(([path, value]) => [path, sha256(value).slice(0, partDigits)]));
}
