import type { Advice } from '../lint-plan.ts';
import type { Plan, SampleVolumeIndicator } from '../plan.ts';

const fewest = 30;

/** What a careful colleague would say of a mean times a volume. */
export function sampleVolumeAdvice(plan: Plan, { sample, volume }: SampleVolumeIndicator): Advice[] {
  const advice: Advice[] = [];
  const source = typeof sample === 'string' ? plan.sources[sample] : undefined;
  const drawn = typeof sample === 'string' ? (source?.kind === 'sample' ? source.drawn : null) : sample.drawn;
  if (drawn === null || drawn === 'convenience') {
    const sentence =
      'Rien ne dit que les cas mesurés ont été tirés au hasard (drawn: random) : des cas choisis parce qu’ils étaient faciles à observer ne disent rien des autres, et le niveau de preuve reste à 1.';
    advice.push({ path: '.sample', code: 'sample-not-drawn', sentence });
  }
  if (typeof sample !== 'string') {
    const sentence =
      'La moyenne est écrite dans le plan : personne ne peut la refaire. Rangez les mesures dans un fichier (source de kind sample), et datez-les.';
    advice.push({ path: '.sample', code: 'sample-by-hand', sentence });
    if (sample.n < fewest) {
      const small = `L'échantillon compte ${sample.n} mesures : sous ${fewest}, l'intervalle suppose des mesures réparties comme une cloche. Mesurez-en davantage.`;
      advice.push({ path: '.sample.n', code: 'small-sample', sentence: small });
    }
  }
  if (typeof volume !== 'string') {
    const sentence =
      'Le volume est écrit dans le plan : il vieillira sans que personne le voie. Comptez-le dans le journal du service (source de kind events).';
    advice.push({ path: '.volume', code: 'volume-by-hand', sentence });
  }
  return advice;
}
