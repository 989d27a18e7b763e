import type { PortfolioWorld } from './world.ts';

export const baseWorld: PortfolioWorld = {
  name: 'base',
  said: 'un tiers des services tirés au sort, un tiers comparés, un tiers sans comparaison ; usage sans lien avec l’effet ; biais caché des comparaisons de 12 % du niveau sans le service (écart type), qui le gonfle de 3 % en moyenne',
  drawn: 1 / 3,
  adjusted: 1 / 3,
  users: 4_000,
  effect: { mean: 0.1, sd: 0.1 },
  usageFollowsEffect: 0,
  bias: { mean: 0.03, sd: 0.12 },
  course: () => 1,
  threshold: 1,
  priced: 0.7,
};

const world = (name: string, said: string, change: Partial<PortfolioWorld>): PortfolioWorld => ({
  ...baseWorld,
  ...change,
  name,
  said,
});

/** Where the rule should do well, where it can do little, and where it does harm. */
export const settings: readonly PortfolioWorld[] = [
  baseWorld,
  world('tous tirés au sort', 'chaque service est évalué par tirage au sort', { drawn: 1, adjusted: 0 }),
  world('usage un peu lié', 'l’usage croît un peu plus quand l’effet est grand (corrélation de 0,3)', {
    usageFollowsEffect: 0.3,
  }),
  world('usage très lié', 'l’usage dit presque l’effet (corrélation de 0,9)', { usageFollowsEffect: 0.9 }),
  world('petits services', 'vingt fois moins d’usagers : l’erreur couvre presque tout', { users: 200 }),
  world('sans comparaison', 'aucun service ne compare rien', { drawn: 0, adjusted: 0 }),
  world(
    'biais plus grand que supposé',
    'tous comparés, et l’écart toujours gonflé d’un cinquième du niveau sans le service',
    {
      drawn: 0,
      adjusted: 1,
      bias: { mean: 0.2, sd: 0.12 },
    },
  ),
  world('presque tous bons', 'l’effet moyen vaut six fois ce qui paie le service', {
    effect: { mean: 0.3, sd: 0.08 },
  }),
  world('effets tardifs', 'rien pendant deux ans, puis l’effet monte en un an', {
    drawn: 1,
    adjusted: 0,
    course: (half) => Math.min(1, Math.max(0, (half - 3) / 2)),
  }),
  world('effets qui s’usent', 'l’effet perd un cinquième à chaque semestre', {
    drawn: 1,
    adjusted: 0,
    course: (half) => 0.8 ** half,
  }),
  world(
    'seuil trop haut',
    'le commanditaire demande cinq fois ce qui paie le service, sans dire ce que vaut un effet',
    {
      drawn: 1,
      adjusted: 0,
      threshold: 5,
      priced: 0,
    },
  ),
];
