import { askedLaterAdvice } from './asked-later/lint.ts';
import { declaredAdvice } from './declared/lint.ts';
import { followUpAdvice } from './follow-up/lint.ts';
import type { Advice, SourceFacts } from './lint-plan.ts';
import type { Indicator, Plan } from './plan.ts';
import { proxyAdvice } from './proxy/lint.ts';
import { rolloutAdvice } from './rollout/lint.ts';
import { sampleVolumeAdvice } from './sample-volume/lint.ts';

export function adviceOnIndicator(
  plan: Plan,
  indicator: Indicator,
  index: number,
  facts: Readonly<Record<string, SourceFacts>>,
): Advice[] {
  const found = [
    relativeTarget(indicator),
    ...methodAdvice(plan, indicator, facts),
    missingLimits(indicator),
  ];
  return found.flatMap((advice) =>
    advice ? [{ ...advice, path: `indicators[${index}]${advice.path}` }] : [],
  );
}

function methodAdvice(
  plan: Plan,
  indicator: Indicator,
  facts: Readonly<Record<string, SourceFacts>>,
): Advice[] {
  switch (indicator.method) {
    case 'follow-up':
      return followUpAdvice(plan, indicator, facts);
    case 'sample-volume':
      return sampleVolumeAdvice(plan, indicator);
    case 'proxy':
      return proxyAdvice(plan, indicator);
    case 'asked-later':
      return askedLaterAdvice(plan, indicator);
    case 'declared':
      return declaredAdvice(indicator);
    case 'rollout':
      return rolloutAdvice(plan, indicator);
  }
}

function relativeTarget({ target, baseline }: Indicator): Advice | null {
  if (!target?.relative || baseline !== null) return null;
  const sentence =
    'La cible est relative, mais la référence (baseline) manque : « 2 % de plus » ne dit rien sans dire de combien on part. Ajoutez baseline, mesurée avant le service.';
  return { path: '.target', code: 'relative-without-baseline', sentence };
}

function missingLimits({ limits }: Indicator): Advice | null {
  if (limits.length > 0) return null;
  const sentence =
    "Aucune limite n'est déclarée (limits). Toute mesure en a : personnes non connectées, effets que le registre ne voit pas, définition retenue… Dites-les avant qu'on vous les oppose.";
  return { path: '', code: 'no-limits', sentence };
}
