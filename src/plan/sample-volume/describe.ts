import type { DeclaredVolume, Drawn, SampleVolumeIndicator } from '../plan.ts';

const periods = { week: 'par semaine', month: 'par mois', quarter: 'par trimestre', year: 'par an' } as const;

const draws: Readonly<Record<Drawn, string>> = {
  random: 'tirés au hasard',
  all: 'tous mesurés',
  convenience: 'choisis parce qu’on les avait sous la main',
};

/** How the rows of a sample were chosen, said. */
export const drawnText = (drawn: Drawn | null): string =>
  drawn === null ? 'le plan ne dit pas comment ils ont été choisis' : draws[drawn];

export function sampleVolumeLines({ unit, sample, volume, words }: SampleVolumeIndicator): string[] {
  const mean =
    typeof sample === 'string'
      ? `la moyenne de « ${sample} », avec son intervalle`
      : `${sample.mean.toLocaleString('fr-FR')} ${unit} en moyenne sur ${sample.n} ${words.sampled} (${drawnText(sample.drawn)}), donnés par le plan`;
  return [
    `Ce qui est mesuré : ${words.total}, soit une moyenne × un volume, avec un intervalle.`,
    `La moyenne : ${unit} ${words.each} ; ${mean}.`,
    `Le volume : ${typeof volume === 'string' ? `les lignes de « ${volume} », comptées mois par mois` : declaredText(volume, words.cases)}.`,
    'Comparaison : aucune ; la moyenne est un écart mesuré cas par cas, sur l’échantillon seulement.',
  ];
}

function declaredText({ value, range, period }: DeclaredVolume, cases: string): string {
  const around = range
    ? ` (entre ${range.lower.toLocaleString('fr-FR')} et ${range.upper.toLocaleString('fr-FR')})`
    : '';
  const each = period === null ? '' : ` ${periods[period]}`;
  return `${value.toLocaleString('fr-FR')} ${cases}${each}${around}, donné par le plan`;
}
