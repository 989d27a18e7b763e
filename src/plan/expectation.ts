/**
 * What each kind of value must be, as the end of « il faut … ». The schema gives these as its error messages, so
 * that a sentence can be built around them and a suggestion chosen.
 */
export const expectation = {
  text: 'un texte',
  column: "le nom d'une colonne",
  columnName: "le nom d'une colonne, ou un chemin dans le JSON comme « proprietes.siret »",
  plainName: 'un nom fait de lettres sans accent, de chiffres, de « - » et de « _ »',
  identifier: 'un identifiant fait de lettres sans accent, de chiffres, de « - » et de « _ »',
  duration: 'une durée en jours ou en semaines, par exemple « 90d » ou « 12w »',
  positiveDuration: "une durée d'au moins un jour, par exemple « 90d » ou « 12w »",
  date: 'une date de la forme « 2020-02-29 »',
  bound: 'un nombre, ou une date de la forme « 2020-02-29 »',
  share: "une part entre 0 et 1 : 5 % s'écrit « 0.05 »",
  number: 'un nombre',
  flag: 'true ou false',
  file: 'un chemin relatif au dossier du plan et qui y reste : ni « / » au début, ni « .. », ni adresse web',
  delimiter: 'un seul caractère, par exemple « ; », « , », « | » ou une tabulation écrite "\\t"',
  version: '1, seule version du format',
  method: '« follow-up », seule méthode disponible dans cette version',
  filterValue: 'une valeur, une liste de valeurs, ou {in, not, min, max, missing}',
  someFilterTest: 'au moins une condition parmi in, not, min, max et missing',
  filter: 'des colonnes avec leurs valeurs, ou une liste de telles conditions (ou)',
  keys: 'un ensemble de clés',
  list: 'une liste',
  someIndicators: "une liste d'au moins un indicateur",
  baseline: 'une part entre 0 et 1, ou {value, date}',
  linkage: 'des taux entre 0 et 1 : {missed: 0.08, false: 0.01}, ou {treated: {…}, control: {…}}',
  attribute: "le nom d'un attribut",
  caliper: 'un nombre d’écarts types au-dessus de 0, par exemple 0.2',
  drawnShares: 'la part de chaque groupe, dont le total fait 1 : {invite: 0.5, temoin: 0.5}',
  assignment: 'le nom d’une source de kind assignments, ou {seed, shares}',
  innerShare: "une part entre 0 et 1, bornes exclues : la moitié s'écrit « 0.5 »",
  euros: 'un montant en euros, au-dessus de 0',
  source: 'une source : kind, files et ses colonnes',
} as const;

export const oneOf = (values: readonly string[]): string => `l'une des valeurs ${values.join(', ')}`;
