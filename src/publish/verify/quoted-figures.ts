import type { HeadlineBase } from '../../measure/measure.ts';
import type { Indicator } from '../../plan/plan.ts';
import type { Bundle, PublishedMeasure, Quality } from '../bundle/bundle.ts';
import type { PublishedFigures } from '../method/published-method.ts';

/** What is computed and written again of a measure. */
export interface Rewritten {
  readonly figures: PublishedFigures;
  readonly headline: HeadlineBase;
  readonly quality: Quality;
}

/**
 * The first number quoted by the headline or by the accuracy of a published measure that nothing recomputed gives;
 * null when all are found. Known: the numbers the same two sentences quote when written again, those in the names they
 * use, and the figure of the headline with its interval, as such or out of 10, 100… to the decimals quoted. Words are
 * not read.
 */
export function unknownQuote(
  { headline, quality, coverage }: PublishedMeasure,
  rewritten: Rewritten,
  { indicator, service, effect }: Pick<Bundle, 'service' | 'effect'> & { readonly indicator: Indicator },
): { readonly field: string; readonly quoted: string } | null {
  const names = 'sentence' in indicator ? [indicator.sentence?.who, indicator.sentence?.what] : [];
  const horizons = 'horizons' in indicator ? indicator.horizons : [];
  const written = [
    rewritten.headline.sentence,
    rewritten.quality.accuracyReached,
    indicator.name,
    service.name,
    effect.statement,
    coverage?.day,
    ...names,
    ...horizons,
  ];
  const known = new Set(numbersIn(written.join(' ; ')).map(({ value }) => value));
  const amounts = amountsOf(rewritten);
  const isKnown = ({ value, decimals }: Quoted) =>
    known.has(value) || amounts.some((amount) => isRounded(amount, value, decimals));
  const said: readonly (readonly [string, string])[] = [
    ['headline.sentence', headline.sentence],
    ['quality.accuracyReached', quality.accuracyReached],
  ];
  for (const [field, sentence] of said) {
    const unknown = numbersIn(sentence).find((quoted) => !isKnown(quoted));
    if (unknown !== undefined) return { field, quoted: unknown.text };
  }
  return null;
}

interface Quoted {
  readonly text: string;
  readonly value: number;
  readonly decimals: number;
}

/** Numbers as French writes them, without their sign. */
function numbersIn(text: string): readonly Quoted[] {
  const found = text.match(/\d{1,3}(?:[\u202f\u00a0]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?/g) ?? [];
  return found.map((own) => {
    const plain = own.replace(/[\u202f\u00a0]/g, '').replace(',', '.');
    return { text: own, value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
  });
}

const bases = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** The figure of the headline and what it is out of. */
function amountsOf({ figures, headline: { estimate, effect } }: Rewritten): readonly number[] {
  const { value, lower, upper, n } = estimate;
  const own = effect === null ? [] : [effect.value, effect.lower, effect.upper];
  const sides = effect === null ? [] : [effect.withService, effect.withoutService];
  const people = 'units' in figures ? [figures.units, figures.outcomes] : [];
  return [value, lower, upper, n, ...own, ...sides, ...people, ...bases].filter((amount) => amount !== null);
}

const isRounded = (amount: number, quoted: number, decimals: number): boolean =>
  bases.some((base) => Math.abs(Math.abs(amount) * base - quoted) <= 0.5 * 10 ** -decimals + 1e-9);
