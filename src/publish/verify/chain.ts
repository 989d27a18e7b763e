import type { Publication } from '../bundle/bundle.ts';

/** Where the publications of a service do not follow each other; null when they do. Oldest first. */
export function brokenLink(publications: readonly Publication[]): number | null {
  const sorted = [...publications].sort((a, b) => a.bundle.number - b.bundle.number);
  for (const [i, { bundle }] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before === undefined) {
      if (bundle.number === 1 && bundle.previous !== null) return bundle.number;
      continue;
    }
    const follows =
      bundle.service.id === before.bundle.service.id &&
      bundle.number === before.bundle.number + 1 &&
      bundle.previous === before.sha256;
    if (!follows) return bundle.number;
  }
  return null;
}
