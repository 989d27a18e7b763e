import type { Case } from './case.ts';

export const justiceAndSafety: readonly Case[] = [
  {
    id: 'mon-suivi-justice',
    name: 'Mon Suivi Justice',
    organisation: 'Ministère de la Justice',
    mission: 'Rappeler leurs convocations aux personnes suivies par la justice.',
    effect: {
      statement: 'Moins de personnes manquent leur convocation.',
      domain: 'social',
      beneficiaries: 'les personnes suivies et les services d’insertion',
    },
    measured: 'La présence aux convocations, saisie par les agents.',
    outcomeSource: 'la saisie des agents dans le service',
    outcome: 'partners',
    how: 'Les agents saisissent la présence à chaque convocation, quelques jours après le rappel : 74 présents sur 100, et 9 excusés, contre 30 à 40 absents estimés auparavant.',
    method: 'rollout',
    delay: 'days',
    wentWrong:
      'L’absence « d’avant » est une estimation, d’autres lieux et d’autres années : un déploiement par étapes donnerait une vraie comparaison.',
    trap: 'before-after',
    lesson:
      'La bonne comparaison était à portée de main : les services ont été équipés les uns après les autres. Garder leurs dates d’arrivée, c’est garder un groupe témoin.',
  },
  {
    id: 'a-just',
    name: 'A-JUST',
    organisation: 'Ministère de la Justice',
    mission: 'Aider les tribunaux à répartir magistrats et greffiers.',
    effect: {
      statement: 'Des affaires sont jugées plus vite.',
      domain: 'social',
      beneficiaries: 'les justiciables',
    },
    measured: 'Le temps gagné, dit par les trois quarts des utilisateurs ; les délais des tribunaux.',
    outcomeSource: 'une enquête, et les statistiques des tribunaux',
    outcome: 'survey',
    how: 'Les utilisateurs disent le temps gagné (75 sur 100) ; les délais des tribunaux, eux, bougent pour cent raisons, et l’équipe refuse de se les attribuer.',
    method: 'proxy',
    delay: 'years',
    wentWrong:
      'Trop de causes agissent sur un délai de justice : l’équipe préfère le dire que d’annoncer un effet.',
    trap: 'many-causes',
    lesson:
      'Dire « nous ne pouvons pas l’attribuer » est un résultat. Descendre d’un cran : le temps d’un juge réaffecté à une chambre, et les affaires de cette chambre.',
  },
  {
    id: 'experts',
    name: 'seLEXpert',
    organisation: 'Cour de cassation',
    mission: 'Trouver vite un expert judiciaire disponible.',
    effect: {
      statement: 'Des expertises commencent plus tôt parce que moins d’experts refusent.',
      domain: 'social',
      beneficiaries: 'les justiciables et les juges',
    },
    measured: 'La part des refus et le délai de réponse, avant et après.',
    outcomeSource: 'le service, et un relevé fait avant lui',
    outcome: 'service',
    how: 'Un relevé fait avant le service (40 refus sur 100) est comparé au service lui-même, où chaque refus et chaque réponse est daté : moins de 6 refus sur 100.',
    method: 'rollout',
    delay: 'days',
    wentWrong:
      'Un avant–après suppose que rien d’autre n’a changé ; le relevé d’avant, lui, existe, et c’est rare.',
    trap: 'before-after',
    lesson:
      'Relever le chiffre avant de commencer coûte quelques jours et ne se rattrape jamais. Ajouter les juridictions pas encore équipées en ferait une vraie comparaison.',
  },
  {
    id: 'signalement',
    name: 'SignalConso',
    organisation: 'Direction générale de la concurrence, de la consommation et de la répression des fraudes',
    mission: 'Signaler un problème de consommation, que l’entreprise peut corriger elle-même.',
    effect: {
      statement: 'Des entreprises corrigent ce qui lésait leurs clients.',
      domain: 'economic',
      beneficiaries: 'les consommateurs',
    },
    measured: 'Les réponses des entreprises et la baisse des anomalies.',
    outcomeSource: 'le service lui-même',
    outcome: 'service',
    how: 'Le service compte les signalements et les réponses des entreprises ; la baisse des anomalies est cherchée dans ces mêmes signalements, des mois après.',
    method: 'declared',
    delay: 'months',
    wentWrong:
      'Plus le service est connu, plus il y a de signalements : leur nombre ne dit rien des anomalies.',
    trap: 'moving-measure',
    lesson:
      'Un compteur de problèmes monte quand on le fait connaître. Compter plutôt, pour une même entreprise, les signalements d’après sa réponse.',
    partlyOurs: true,
  },
  {
    id: 'mobilic',
    name: 'Mobilic',
    organisation: 'Ministère des Transports',
    mission: 'Suivre le temps de travail dans le transport routier léger.',
    effect: {
      statement: 'Des conducteurs sont déclarés et payés pour les heures qu’ils font.',
      domain: 'social',
      beneficiaries: 'les conducteurs et les entreprises en règle',
    },
    measured: 'Les entreprises certifiées par des règles calculées sur leurs relevés.',
    outcomeSource: 'le moteur de règles du service',
    outcome: 'service',
    how: 'Un moteur de règles certifie les entreprises dont les relevés sont complets et tenus à temps ; objectif : 2 000 entreprises le 1er novembre 2025.',
    method: 'proxy',
    delay: 'months',
    wentWrong:
      'La certification mesure l’usage sérieux de l’outil ; le travail dissimulé est ailleurs, chez ceux qui ne l’utilisent pas.',
    trap: 'usage-for-effect',
    lesson:
      'Chercher l’effet là où il est : les contrôles. Comparer les infractions relevées dans les entreprises certifiées et dans des entreprises semblables.',
  },
  {
    id: 'zacharie',
    name: 'Zacharie',
    organisation: 'Direction générale de l’alimentation',
    mission: 'Suivre la venaison de la chasse à l’assiette.',
    effect: {
      statement: 'Moins de viande de gibier est perdue pour des raisons d’hygiène.',
      domain: 'social',
      beneficiaries: 'les consommateurs et les chasseurs',
    },
    measured: 'La part des carcasses saisies, dans le service et hors de lui.',
    outcomeSource: 'le service vétérinaire',
    outcome: 'register',
    how: 'Le service vétérinaire compte les carcasses saisies : 3,73 sur 100 dans le service, 7,6 ailleurs. Les chiffres et les coûts de la matrice sont écrits dans le code de la page.',
    method: 'adjusted',
    delay: 'weeks',
    wentWrong:
      'Les chiffres sont écrits en dur dans le code de la page : ils ne changeront plus, quoi qu’il arrive.',
    trap: 'frozen',
    lesson:
      'Un chiffre doit venir d’un fichier daté, jamais d’une ligne de code. Et les chasseurs qui adoptent l’outil en premier sont sans doute les plus soigneux.',
    facts: ['betagouv/zacharie : app-local-first-react-router/src/components/ImpactMatrix.tsx'],
  },
  {
    id: 'recosante',
    name: 'Recosanté',
    organisation: 'Ministères sociaux',
    mission: 'Informer chaque jour sur l’air, la chaleur et les pollens de sa commune (service arrêté).',
    effect: {
      statement: 'Des personnes fragiles adaptent leurs sorties à la qualité de l’air.',
      domain: 'social',
      beneficiaries: 'les personnes fragiles des bronches',
    },
    measured: 'Les utilisateurs actifs du mois, présentés comme l’impact.',
    outcomeSource: 'aucune',
    outcome: 'none',
    how: 'Le nombre d’utilisateurs actifs du mois, tenu par le service, est présenté comme l’effet.',
    method: 'declared',
    delay: 'days',
    wentWrong: 'L’usage pris pour l’effet : recevoir un message n’est pas changer de conduite.',
    trap: 'usage-for-effect',
    lesson:
      'Demander quinze jours après, à cent abonnés tirés au sort, ce qu’ils ont changé le dernier jour de pollution. La réponse, même mauvaise, aurait servi.',
  },
];
