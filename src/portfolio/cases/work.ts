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
    outcome: 'register',
    how: 'D’abord un suivi : chaque usage d’une personne connectée est rapproché, par la personne et par l’établissement, des déclarations d’embauche qui suivent. Puis un tirage au sort : deux groupes de 100 000 demandeurs d’emploi, un seul reçoit un courriel, et le retour à l’emploi des deux est lu à trois et six mois.',
    method: 'experiment',
    delay: 'months',
    wentWrong:
      'Le suivi n’avait pas de fin de fenêtre et perdait les déclarations tardives ; un écart annoncé « de 2 % » ne disait ni relatif à quoi, ni sur quel groupe.',
    trap: 'unclear-figure',
    lesson:
      'Dire toujours les deux taux, l’horizon et le groupe : « 12,2 sur 100 au lieu de 12,0 à six mois, parmi les personnes à qui le courriel a été envoyé ». Et fermer la fenêtre avant de commencer.',
    facts: [
      'StartupsPoleEmploi/labonneboite : labonneboite/scripts/impact_retour_emploi/README.md',
      'betagouv/beta.gouv.fr : content/docs/mooc/14-exemples-mesurer-impact.pdf',
    ],
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
    outcome: 'sample',
    how: 'Faute de compte, rien ne relie un usager à une embauche. L’équipe compte les mises en relation, puis appelle un échantillon d’employeurs quelques semaines après : environ une mise en relation sur quatre finit en embauche.',
    method: 'proxy',
    delay: 'weeks',
    wentWrong:
      'Sans compte, personne ne peut être suivi : tout tient à la taille de l’échantillon appelé, qui doit être refait régulièrement.',
    trap: 'too-few',
    lesson:
      'Un signe devient une mesure quand on l’étalonne. Cent appels tirés au sort suffisent pour commencer ; il faut les refaire, car le taux change avec les usagers.',
    facts: ['betagouv/beta.gouv.fr : content/docs/mooc/15-impact-Maintenant-pole-emploi.pdf'],
    sheet: false,
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
    outcome: 'register',
    how: 'Les usagers et les autres demandeurs d’emploi sont comparés dans les données de l’opérateur, quelques mois après : en septembre 2022, deux fois plus de déclarations d’embauche chez les usagers.',
    method: 'adjusted',
    delay: 'months',
    wentWrong:
      'Comparaison brute : qui fait une simulation cherchait déjà du travail. L’écart mesuré mêle le service et la motivation.',
    trap: 'naive-comparison',
    lesson:
      'Avant de comparer, montrer que les deux groupes se ressemblaient avant l’usage. Mieux : proposer la simulation à la moitié des personnes, tirée au sort.',
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
    outcome: 'partners',
    how: 'Des agences équipées sont comparées à des agences témoins : 136 % de présentations de profils en plus. Puis les présentations sont suivies jusqu’à l’embauche : 113 présentations, 8 embauches.',
    method: 'follow-up',
    delay: 'weeks',
    wentWrong:
      'Huit embauches en tout : trop peu pour conclure. Le service a été arrêté, et ses enseignements transmis.',
    trap: 'too-few',
    lesson:
      'Avec 8 embauches sur 113, la vraie part peut être moitié moindre ou double. Calculer avant de commencer combien il en faudrait, et arrêter sans honte quand la réponse est « trop ».',
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
    outcome: 'partners',
    how: 'Les agences qui ont le service sont comparées aux autres sur les mises en relation et les entretiens des mois suivants : 35 % de plus.',
    method: 'adjusted',
    delay: 'months',
    wentWrong:
      'Les agences volontaires ne ressemblent pas aux autres : il faut montrer ce qu’elles étaient avant.',
    trap: 'naive-comparison',
    lesson:
      'Publier ce que les deux groupes d’agences faisaient avant. Si l’écart existait déjà, ce n’est pas le service. Équiper les agences dans un ordre tiré au sort règle la question.',
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
    outcome: 'register',
    how: 'Trois compteurs à la suite : les offres vues, les mises en relation, et les contrats d’apprentissage déposés dans les mois qui suivent, lus dans le registre des dépôts.',
    method: 'follow-up',
    delay: 'months',
    wentWrong: 'Les trois étapes se lisent facilement l’une pour l’autre : seule la dernière est un effet.',
    trap: 'sign-for-effect',
    lesson:
      'Montrer les trois étapes, mais n’en appeler qu’une « effet », et donner la part de mises en relation qui deviennent un contrat.',
    facts: [
      'mission-apprentissage/labonnealternance : ui/app/(editorial)/statistiques/StatistiquesClient.tsx',
    ],
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
    outcome: 'partners',
    how: 'Les centres de formation transmettent leurs effectifs en continu ; on y lit les ruptures (environ 22 sur 100 dans les neuf mois) et les jeunes encore sans contrat après six mois.',
    method: 'rollout',
    delay: 'months',
    wentWrong:
      'Un meilleur relevé fait d’abord monter le nombre de ruptures connues : l’indicateur se dégrade quand le service marche.',
    trap: 'moving-measure',
    lesson:
      'Séparer ce que l’outil fait mieux voir de ce qu’il change : suivre seulement les centres qui transmettaient déjà, et comparer des dates d’arrivée différentes.',
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
    outcome: 'survey',
    how: 'À la fin de chaque immersion, un bilan est demandé ; il est rempli environ trois fois sur quatre. Le projet est-il confirmé, abandonné, un contrat signé ?',
    method: 'asked-later',
    delay: 'weeks',
    wentWrong: 'Ceux qui ne remplissent pas le bilan ne sont pas n’importe qui : il faut dire qui manque.',
    trap: 'who-answers',
    lesson:
      'Un taux de réponse de trois sur quatre est rare et précieux : le publier à côté du chiffre, et appeler quelques-uns de ceux qui n’ont pas répondu.',
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
    outcome: 'service',
    how: 'Chaque embauche par une structure d’insertion passe par le service, qui la compte aussitôt ; une enquête dit le temps gagné par les structures.',
    method: 'declared',
    delay: 'weeks',
    wentWrong: 'Quand le service devient le passage obligé, son volume ne dit plus ce qu’il ajoute.',
    trap: 'moving-measure',
    lesson:
      'Quand tout passe par vous, comptez ce qui change (le délai, les refus, la durée du contrat), pas ce qui passe. Et gardez la série d’avant.',
    facts: ['gip-inclusion/les-emplois : itou/metabase'],
    partlyOurs: true,
  },
];
