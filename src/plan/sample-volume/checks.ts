import type { IndicatorCheck } from '../indicator-checks.ts';
import { namedSource } from '../named-source.ts';
import type { SampleVolumeIndicator } from '../plan.ts';
import { type Finding, valueAt } from '../problem.ts';

/** What is wrong in a sample × volume that is well formed. */
export function sampleVolumeFindings(
  { sample, volume }: SampleVolumeIndicator,
  { sources, written, say }: IndicatorCheck,
): Finding[] {
  const findings: Finding[] = [];
  if (typeof sample === 'string') {
    findings.push(...namedSource({ key: 'sample', name: sample, kinds: ['sample'] }, sources, say));
  } else if (sample.n < 2) {
    const sentence = `l'échantillon (sample) compte ${sample.n} mesure : il en faut au moins deux pour donner un intervalle, et plutôt trente`;
    findings.push(say(['sample', 'n'], sentence));
  }
  if (typeof volume === 'string') {
    findings.push(...namedSource({ key: 'volume', name: volume, kinds: ['events'] }, sources, say));
    return findings;
  }
  const [lower, upper] = ['lower', 'upper'].map((key) => valueAt(written, ['volume', key]));
  if ((lower == null) !== (upper == null)) {
    findings.push(say(['volume'], 'volume donne une borne sans l’autre ; donnez lower et upper, ou aucune'));
  }
  const { value, range } = volume;
  if (value === 0) {
    findings.push(say(['volume', 'value'], "le volume est nul : il n'y a rien à multiplier"));
  }
  if (range !== null && !(range.lower <= value && value <= range.upper && range.lower < range.upper)) {
    const sentence = `le volume (${value}) doit être entre ses bornes, lower (${range.lower}) et upper (${range.upper})`;
    findings.push(say(['volume'], sentence));
  }
  return findings;
}
