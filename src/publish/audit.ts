import type { Publication } from './bundle/bundle.ts';
import { type DisclosureRule, ruleFor } from './disclosure/rule.ts';
import { attackFigure } from './figures/attack-figure.ts';
import { attackFollowUp } from './follow-up/attack-follow-up.ts';
import type { PublishedCounts } from './method/published-method.ts';
import { attackPanel } from './rollout/attack-panel.ts';

/**
 * What a reader who sets side by side everything published, the earlier publications included, could learn of fewer
 * people than the rule allows; each in a few words. Empty: nothing. It reads the sealed publications only.
 */
export function audit(
  { bundle }: Publication,
  { rule: asked, earlier }: { readonly rule: DisclosureRule; readonly earlier: readonly Publication[] },
): readonly string[] {
  return bundle.measures.flatMap((measure) => {
    const before = earlier.flatMap((publication) =>
      publication.bundle.measures.filter(({ indicator }) => indicator === measure.indicator),
    );
    const { counts } = measure;
    const indicator = bundle.plan.indicators.find(({ id }) => id === measure.indicator);
    const rule = indicator === undefined ? asked : ruleFor(indicator, asked);
    const known = <Kind extends PublishedCounts['kind']>(kind: Kind) =>
      before.flatMap((own) => (isOf(own.counts, kind) ? [own.counts] : []));
    const found =
      counts.kind === 'follow-up'
        ? attackFollowUp(counts, known('follow-up'), rule)
        : counts.kind === 'panel'
          ? attackPanel(counts, known('panel'), rule)
          : attackFigure(counts, known('figures'), rule);
    return found.map((what) => `${measure.name} : ${what}`);
  });
}

const isOf = <Kind extends PublishedCounts['kind']>(
  counts: PublishedCounts,
  kind: Kind,
): counts is Extract<PublishedCounts, { readonly kind: Kind }> => counts.kind === kind;
