import type { Case } from './case.ts';

export const work: readonly Case[] = [
  {
    id: 'la-bonne-boite',
    name: 'La Bonne Boite',
    organisation: 'France Travail',
    mission:
      'Montrer aux demandeurs d’emploi les entreprises qui vont probablement embaucher, même sans annonce.',
    effect: {
      statement:
        'Des demandeurs d’emploi retrouvent un travail plus tôt, dans une entreprise trouvée avec le service.',
      domain: 'social',
      beneficiaries: 'les demandeurs d’emploi',
    },
    measured:
      'Les embauches dans une entreprise consultée, puis le retour à l’emploi à trois et six mois de deux groupes tirés au sort, dont un seul recevait un courriel.',
    outcomeSource:
      'les déclarations préalables à l’embauche, reliées au journal d’usage des personnes connectées',
    method: 'experiment',
    delay: 'months',
    wentWrong:
      'Le suivi n’avait pas de fin de fenêtre et perdait les déclarations tardives ; un écart annoncé « de 2 % » ne disait ni relatif à quoi, ni sur quel groupe.',
  },
  {
    id: 'maintenant',
    name: 'Maintenant!',
    organisation: 'France Travail',
    mission: 'Mettre en relation sans CV ni compte une personne et un employeur proches, le jour même.',
    effect: {
      statement: 'Des personnes sont embauchées grâce à une mise en relation immédiate.',
      domain: 'social',
      beneficiaries: 'les personnes sans CV et les petits employeurs',
    },
    measured:
      'Les mises en relation, et par téléphone la part de celles qui finissent en embauche, environ une sur quatre.',
    outcomeSource: 'des appels à un échantillon d’employeurs',
    method: 'proxy',
    delay: 'weeks',
    wentWrong:
      'Sans compte, personne ne peut être suivi : tout tient à la taille de l’échantillon appelé, qui doit être refait régulièrement.',
  },
  {
    id: 'estime',
    name: 'Estime',
    organisation: 'France Travail',
    mission: 'Calculer ce que l’on gagne vraiment à reprendre un emploi, aides comprises.',
    effect: {
      statement: 'Des allocataires reprennent un emploi parce qu’ils savent que leur revenu augmentera.',
      domain: 'social',
      beneficiaries: 'les allocataires de minima sociaux',
    },
    measured:
      'Les candidatures et les embauches des usagers, comparées à celles des autres demandeurs d’emploi.',
    outcomeSource: 'les données de l’opérateur et les déclarations d’embauche',
    method: 'adjusted',
    delay: 'months',
    wentWrong:
      'Comparaison brute : qui fait une simulation cherchait déjà du travail. L’écart mesuré mêle le service et la motivation.',
  },
  {
    id: 'promotion-de-profil-acceleree',
    name: 'Profilence',
    organisation: 'France Travail',
    mission: 'Présenter plus souvent les demandeurs d’emploi aux entreprises qui recrutent leur métier.',
    effect: {
      statement: 'Des profils présentés par un conseiller sont embauchés.',
      domain: 'social',
      beneficiaries: 'les demandeurs d’emploi suivis en agence',
    },
    measured:
      'Les présentations de profils dans les agences équipées et dans des agences témoins, puis les embauches.',
    outcomeSource: 'le suivi des agences',
    method: 'follow-up',
    delay: 'weeks',
    wentWrong:
      'Huit embauches en tout : trop peu pour conclure. Le service a été arrêté, et ses enseignements transmis.',
  },
  {
    id: 'handicompatible',
    name: 'INCLU+',
    organisation: 'France Travail',
    mission: 'Aider à construire un projet professionnel compatible avec un handicap.',
    effect: {
      statement: 'Des personnes en situation de handicap accèdent à plus d’entretiens d’embauche.',
      domain: 'social',
      beneficiaries: 'les demandeurs d’emploi en situation de handicap',
    },
    measured: 'Les mises en relation et les entretiens, par rapport à des agences sans le service.',
    outcomeSource: 'les agences',
    method: 'adjusted',
    delay: 'months',
    wentWrong:
      'Les agences volontaires ne ressemblent pas aux autres : il faut montrer ce qu’elles étaient avant.',
  },
  {
    id: 'labonnealternance',
    name: 'La bonne alternance',
    organisation: 'Mission interministérielle pour l’apprentissage',
    mission: 'Rapprocher les jeunes, les formations et les entreprises pour un contrat d’apprentissage.',
    effect: {
      statement: 'Des jeunes signent un contrat d’apprentissage.',
      domain: 'social',
      beneficiaries: 'les jeunes qui cherchent une alternance',
    },
    measured: 'Trois étapes : les offres vues, les mises en relation, les contrats signés.',
    outcomeSource: 'les dépôts de contrats d’apprentissage',
    method: 'follow-up',
    delay: 'months',
    wentWrong: 'Les trois étapes se lisent facilement l’une pour l’autre : seule la dernière est un effet.',
  },
  {
    id: 'tdb-apprentissage',
    name: 'Tableau de bord de l’apprentissage',
    organisation: 'Mission interministérielle pour l’apprentissage',
    mission: 'Repérer à temps les apprentis sans contrat ou dont le contrat est rompu.',
    effect: {
      statement: 'Moins d’apprentis décrochent après une rupture de contrat.',
      domain: 'social',
      beneficiaries: 'les apprentis',
    },
    measured: 'Les ruptures et la part d’apprentis sans contrat après six mois.',
    outcomeSource: 'les effectifs transmis par les centres de formation',
    method: 'rollout',
    delay: 'months',
    wentWrong:
      'Un meilleur relevé fait d’abord monter le nombre de ruptures connues : l’indicateur se dégrade quand le service marche.',
  },
  {
    id: 'l-immersion-facile',
    name: 'Immersion facilitée',
    organisation: 'GIP Plateforme de l’inclusion',
    mission:
      'Trouver une entreprise pour découvrir un métier quelques jours, et signer la convention en ligne.',
    effect: {
      statement: 'Des personnes confirment un projet professionnel après quelques jours en entreprise.',
      domain: 'social',
      beneficiaries: 'les personnes en recherche d’orientation',
    },
    measured: 'Les immersions réalisées, les annulations, et un bilan rempli à la fin.',
    outcomeSource: 'le formulaire de bilan, rempli trois fois sur quatre',
    method: 'asked-later',
    delay: 'weeks',
    wentWrong: 'Ceux qui ne remplissent pas le bilan ne sont pas n’importe qui : il faut dire qui manque.',
  },
  {
    id: 'les-emplois',
    name: 'Les emplois de l’inclusion',
    organisation: 'GIP Plateforme de l’inclusion',
    mission: 'Simplifier le recrutement par les entreprises d’insertion.',
    effect: {
      statement: 'Des personnes éloignées de l’emploi sont embauchées par une structure d’insertion.',
      domain: 'social',
      beneficiaries: 'les personnes éligibles à l’insertion',
    },
    measured: 'Les embauches passées par le service et le temps administratif des structures.',
    outcomeSource: 'la base du service lui-même',
    method: 'declared',
    delay: 'weeks',
    wentWrong: 'Quand le service devient le passage obligé, son volume ne dit plus ce qu’il ajoute.',
  },
];
