import type { Effect } from './plan.ts';

/** Words as they are compared: lower case, without accents. */
const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

const singular = (word: string): string => word.replace(/(?:s|x)$/, '');

const people = new Set(
  `personne gen usager utilisateur citoyen habitant riverain demandeur chercheur chomeur candidat salarie travailleur
  employe agent fonctionnaire professionnel apprenti etudiant eleve lyceen collegien jeune enfant bebe adolescent mineur
  parent mere pere famille menage foyer couple femme homme fille garcon senior retraite aine patient malade aidant
  soignant medecin handicape allocataire beneficiaire assure locataire proprietaire bailleur logement-menage mal-loge
  sans-abri refugie migrant etranger victime justiciable detenu condamne plaignant consommateur client entreprise
  employeur recruteur artisan commercant agriculteur eleveur pecheur chasseur autoentrepreneur entrepreneur
  independant createur association benevole commune collectivite mairie ville departement region ecole etablissement
  service-public administration territoire quartier population public enseignant professeur formateur conducteur
  automobiliste cycliste voyageur passager touriste contribuable tpe pme`
    .split(/\s+/)
    .flatMap((word) => word.split('-')),
);

const livingThings = new Set(
  `nature biodiversite espece faune flore foret sol eau riviere mer air climat planete arbre rue jardin animal oiseau
  insecte abeille ecosysteme`.split(/\s+/),
);

/** Whether a sentence names someone who is better off; nature counts when the effect is environmental. */
export function namesSomeone(statement: string, domain: Effect['domain']): boolean {
  return words(statement)
    .map(singular)
    .some((word) => people.has(word) || (domain === 'environmental' && livingThings.has(word)));
}

const usageWords = new Set(
  `visite visiteur visiteuse visit visitor clic click session page vue view pageview telechargement download connexion
  login simulation recherche search consultation utilisateur utilisatrice user frequentation audience trafic traffic
  compte account inscription signup ouverture open`.split(/\s+/),
);

const countingWords = new Set(
  `nombre nb total part taux volume evolution le la les l de des du d number of count rate share mensuel mensuelle`.split(
    /\s+/,
  ),
);

/** Whether a name says that use is counted (« Nombre de visites ») rather than something that happened after it. */
export function speaksOfUsage(name: string): boolean {
  const [first] = words(name)
    .map(singular)
    .filter((word) => !countingWords.has(word) && !countingWords.has(`${word}s`));
  return first !== undefined && usageWords.has(first);
}

/** Whether a text is more than a placeholder such as « … » or « ? ». */
export const saysSomething = (text: string | null): boolean => text !== null && /\p{L}{2}/u.test(text);
