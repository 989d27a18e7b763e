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
    method: 'rollout',
    delay: 'days',
    wentWrong:
      'L’absence « d’avant » est une estimation, d’autres lieux et d’autres années : un déploiement par étapes donnerait une vraie comparaison.',
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
    method: 'proxy',
    delay: 'years',
    wentWrong:
      'Trop de causes agissent sur un délai de justice : l’équipe préfère le dire que d’annoncer un effet.',
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
    method: 'rollout',
    delay: 'days',
    wentWrong:
      'Un avant–après suppose que rien d’autre n’a changé ; le relevé d’avant, lui, existe, et c’est rare.',
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
    method: 'declared',
    delay: 'months',
    wentWrong:
      'Plus le service est connu, plus il y a de signalements : leur nombre ne dit rien des anomalies.',
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
    method: 'proxy',
    delay: 'months',
    wentWrong:
      'La certification mesure l’usage sérieux de l’outil ; le travail dissimulé est ailleurs, chez ceux qui ne l’utilisent pas.',
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
    method: 'adjusted',
    delay: 'weeks',
    wentWrong:
      'Les chiffres sont écrits en dur dans le code de la page : ils ne changeront plus, quoi qu’il arrive.',
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
    method: 'declared',
    delay: 'days',
    wentWrong: 'L’usage pris pour l’effet : recevoir un message n’est pas changer de conduite.',
  },
];
