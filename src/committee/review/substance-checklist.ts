import type { ChecklistItem } from './checklist.ts';

/**
 * « Le chiffre tient »: what a coach checks of a publication. From the field: indicator, result and impact are three
 * things; a figure is worth its data, its coverage and what it is compared with.
 */
export const substanceChecklist: readonly ChecklistItem[] = [
  {
    id: 'right-measure',
    statement: 'C’est bien cela qu’il fallait mesurer : j’ai lu le plan qui donne ce chiffre.',
    hint: 'Si le plan n’a pas été relu sur la forme, relisez-le d’abord.',
  },
  {
    id: 'real-world',
    statement: 'Le chiffre parle d’un effet dans le monde réel, pas d’un usage.',
    hint: 'S’il s’agit d’un signe avant-coureur, la phrase doit le dire.',
  },
  {
    id: 'coverage',
    statement: 'Les personnes suivies ressemblent à l’ensemble des usagers, ou l’écart est dit.',
    hint: 'Combien d’usagers ne sont pas vus ? Pourquoi ceux-là ?',
  },
  {
    id: 'register',
    statement: 'La source de l’effet est complète jusqu’au jour annoncé, et assez de temps a passé.',
    hint: 'Un mois récent paraît toujours plus faible que les autres.',
  },
  {
    id: 'comparison',
    statement: 'La comparaison tient : groupes semblables, contrôles passés, pas de changement au milieu.',
    hint: 'Sans objet si la publication ne compare rien et le dit.',
    mayNotApply: true,
  },
  {
    id: 'other-cause',
    statement: 'Une autre cause évidente a été cherchée.',
    hint: 'Saison, crise, nouvelle règle, autre dispositif, usagers qui auraient réussi de toute façon.',
  },
  {
    id: 'interval',
    statement: 'La conclusion resterait la même aux deux bouts de l’intervalle, ou la phrase dit le doute.',
    hint: 'Relisez la phrase avec la borne basse, puis avec la borne haute.',
  },
  {
    id: 'checked',
    statement: 'Le chiffre a été refait, ou rapproché d’une autre source.',
    hint: '« foulee verify » recalcule une publication ; quelques dossiers relus à la main disent si les données sont justes.',
  },
  {
    id: 'confidentiality',
    statement: 'Personne ne peut être reconnu dans ce qui est publié.',
    hint: 'Petits groupes, petites communes, cas uniques.',
  },
  {
    id: 'limits',
    statement: 'Les limites publiées sont celles qui changeraient la conclusion.',
    hint: 'Une limite de pure forme en cache parfois une vraie.',
  },
  {
    id: 'sentence',
    statement: 'La phrase ne dit rien de plus que le chiffre.',
    hint: 'Lisez-la comme quelqu’un qui ne connaît pas le service : que croira-t-il ?',
  },
];
