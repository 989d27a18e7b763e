import type { MeasuredRollout } from '../../measure/rollout/measured-rollout.ts';
import type { CaseMethod } from '../../portfolio/cases/case.ts';
import type { Link } from '../dsfr/link.ts';
import { methodPath } from '../view/addresses.ts';
import type { MeasureView } from '../view/service-view.ts';

const guide = (slug: string, name: string): Link => ({ href: methodPath(slug), name });

const guides = {
  'follow-up': guide('suivi-dans-le-temps', 'le suivi dans le temps'),
  experiment: guide('tirage-au-sort', 'le tirage au sort'),
  adjusted: guide('ponderation', 'la comparaison de groupes rendus semblables'),
  rollout: guide('deploiement-par-territoires', 'le déploiement par territoires'),
  'sample-volume': guide('echantillon-volume', 'l’échantillon et le volume'),
  proxy: guide('echantillon-volume', 'le signe avant-coureur'),
  'asked-later': guide('sondages', 'l’enquête après l’usage'),
  declared: { href: '/methodes#niveaux', name: 'un chiffre déclaré' },
} as const satisfies Readonly<Record<CaseMethod, Link>>;

/** The guide of a way to measure. */
export const guideOfMethod = (method: CaseMethod): Link => guides[method];

/** The guide that explains how a measure was made. */
export function methodFor({ followUp, published: { method, figures } }: MeasureView): Link {
  if (figures.kind === 'rollout') return rolloutGuide(figures.rollout.method);
  if (method !== 'follow-up') return guides[method];
  const design = followUp?.comparison?.design;
  if (design === 'randomised') return guides.experiment;
  return design === 'adjusted' ? guides.adjusted : guides['follow-up'];
}

function rolloutGuide(method: MeasuredRollout['method']): Link {
  if (method === 'synthetic-control') return guide('controle-synthetique', 'le contrôle synthétique');
  return method === 'interrupted-series'
    ? guide('serie-interrompue', 'la série interrompue')
    : guides.rollout;
}
