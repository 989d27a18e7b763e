/** French words a newcomer would write for a key or a value, and the word the plan uses. */
const french: Readonly<Record<string, string>> = {
  apparier: 'match',
  apres: 'after',
  attributs: 'attributes',
  beneficiaires: 'beneficiaries',
  cadence: 'cadence',
  cible: 'target',
  cohorte: 'cohort',
  colonne: 'column',
  concurrents: 'competing',
  croisements: 'breakdown',
  debut: 'entry',
  domaine: 'domain',
  droit: 'matching_right',
  duree: 'duration',
  effet: 'effect',
  efficient: 'efficient',
  encodage: 'encoding',
  enregistre: 'recorded',
  entree: 'entry',
  evenement: 'event',
  evenements: 'events',
  exposition: 'exposure',
  fenetre: 'window',
  fichier: 'files',
  fichiers: 'files',
  filtre: 'where',
  groupe: 'group',
  impactant: 'impactful',
  indicateurs: 'indicators',
  jusqua: 'until',
  limites: 'limits',
  matrice: 'matrix',
  methode: 'method',
  mois: 'month',
  nom: 'name',
  organisme: 'organisation',
  ou: 'where',
  pilote: 'owner',
  responsable: 'owner',
  resultat: 'outcome',
  resultats: 'outcomes',
  semaine: 'week',
  separateur: 'delimiter',
  sortie: 'exit',
  statut: 'status',
  sujet: 'subject',
  temps: 'time',
  trimestre: 'quarter',
  unites: 'units',
  usager: 'subject',
  utile: 'useful',
  utilisable: 'usable',
  utilise: 'used',
  ventilation: 'breakdown',
};

/**
 * The known name a person most probably meant, or `null` when none is near: the translation of a French word,
 * else the smallest number of letters to add, remove, change or swap (at most a third of the name's length).
 */
export function nearestName(written: string, known: readonly string[]): string | null {
  const word = plain(written);
  const translated = Object.hasOwn(french, word) ? french[word] : undefined;
  if (translated !== undefined && known.includes(translated)) return translated;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const distance = editDistance(word, plain(name));
    const allowed = Math.max(1, Math.floor(Math.max(word.length, name.length) / 3));
    if (distance <= allowed && distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Letters only, without accents or case: `Durée_max` and `duree-max` are the same word. */
const plain = (name: string): string =>
  name
    .slice(0, 80)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Damerau–Levenshtein distance, optimal string alignment variant (swaps of neighbours count one). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? a.length;
}
