/** What kinds of sources are called on screens. */
export const inputKinds = {
  events: 'journal d’usage',
  outcomes: 'registre des effets',
  assignments: 'personnes tirées au sort',
  units: 'personnes déjà suivies',
  sample: 'échantillon',
  series: 'chiffres déclarés',
  panel: 'territoires et périodes',
  territories: 'dates d’arrivée par territoire',
} as const;
