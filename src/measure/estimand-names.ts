/** Whose effect a figure is, as screens say it. */
export const estimands = {
  itt: { short: 'offre', long: 'De l’offre' },
  cace: { short: 'usage', long: 'De l’usage, pour qui l’offre a décidé' },
  ate: { short: 'tous', long: 'Pour tout le monde' },
  att: { short: 'usagers', long: 'Pour les usagers' },
} as const;
