import type { Publication } from './bundle/bundle.ts';
import type { DisclosureRule } from './disclosure/rule.ts';
import { attackFollowUp } from './follow-up/attack-follow-up.ts';

/**
 * What a reader who sets side by side everything published, the earlier publications included, could learn of fewer
 * people than the rule allows; each in a few words. Empty: nothing. It reads the sealed publications only.
 */
export function audit(
  { bundle }: Publication,
  { rule, earlier }: { readonly rule: DisclosureRule; readonly earlier: readonly Publication[] },
): readonly string[] {
  return bundle.measures.flatMap((measure) => {
    const before = earlier.flatMap((publication) =>
      publication.bundle.measures.filter(({ indicator }) => indicator === measure.indicator),
    );
    const { counts } = measure;
    if (counts.kind !== 'follow-up') return [];
    const known = before.flatMap((own) => (own.counts.kind === 'follow-up' ? [own.counts] : []));
    return attackFollowUp(counts, known, rule).map((what) => `${measure.name} : ${what}`);
  });
}
