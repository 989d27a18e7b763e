import type { RolloutMethod } from '../../measure/rollout/measured-rollout.ts';

/** How each estimator of a rollout is called, on the page and in the terminal. */
export const rolloutMethods: Readonly<Record<RolloutMethod, string>> = {
  'difference-in-differences': 'différence de différences (un avant, un après)',
  'group-time': 'effets par groupe et par période (Callaway et Sant’Anna)',
  'synthetic-control': 'contrôle synthétique, jugé par des placebos',
  'interrupted-series': 'série interrompue, intervalle tenant compte de la mémoire de la série',
};
