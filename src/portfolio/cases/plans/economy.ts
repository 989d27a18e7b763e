/** What follows the head of each starter plan, by case. */
export const economyPlans: Readonly<Record<string, string>> = {
  mps: `sources:
  reponses:                        # une ligne par réponse à un marché : le volume se compte, il ne se recopie pas
    kind: events
    files: reponses.csv
    time: jour
    complete_through: 2026-10-31   # dernier jour du fichier ; le mois suivant attend d’être entier
  marches:                         # réponses chronométrées, avec et sans le service
    kind: sample
    files: marches.csv
    value: heures                  # heures gagnées ; un nombre négatif est permis
    drawn: random                  # tirées au sort parmi toutes les réponses du mois
indicators:
  - id: heures-liberees
    name: Heures libérées
    matrix: impactful
    method: sample-volume
    unit: h
    sample: marches
    volume: reponses
    sentence: {total: heures libérées, each: gagnées par réponse, sampled: marchés, cases: réponses}
    limits:
      - Les entreprises qui répondent pour la première fois ne sont pas comptées.
`,
  dossierfacile: `sources:
  locataires:                      # locataires tirés au sort, rappelés deux mois après leur dossier
    kind: sample
    files: rappels.csv
    value: loge                    # oui, non ; vide : pas joint
    used: dossier_valide_le
    time: appel_le
    attributes: {revenu: tranche_revenu}
    drawn: random
  couts: {kind: series, files: couts.csv, time: mois, value: euros_par_dossier}
indicators:
  - id: loge-en-deux-mois
    name: Locataires logés en deux mois
    matrix: impactful
    method: asked-later
    answers: locataires
    yes: oui
    after: 60d
    margins: {revenu: {bas: 400, moyen: 400, haut: 200}}   # vos dossiers validés, par tranche
    sentence: {who: locataires dont le dossier est validé, what: sont logés deux mois après}
    limits: [Rien ne dit combien se seraient logés avec un dossier ordinaire.]
  - id: cout-par-dossier
    name: Coût d’un dossier validé
    matrix: efficient
    method: declared
    series: couts
    unit: € par dossier
    direction: down
    provenance: budget du service divisé par les dossiers validés
    target: {value: 1.5}
    limits: [Un dossier validé n’est pas un logement.]
`,
  faritas: `sources:
  territoires:                     # une ligne par commune et par trimestre
    kind: panel
    files: [taxe.csv]
    territory: commune
    period: trimestre
    value: euros_par_nuitee        # la taxe rapportée aux nuitées : sinon on mesure le tourisme
    started: service_depuis        # vide : la commune collecte encore autrement
indicators:
  - id: taxe-par-nuitee
    name: Taxe collectée par nuitée
    matrix: impactful
    method: rollout
    panel: territoires
    value_label: € par nuitée
    unit_kind: other
    comparison: {design: rollout}
    limits:
      - Les nuitées sont elles-mêmes estimées.
`,
  potentiel: `sources:
  projets:                         # une ligne par projet lauréat : la cohorte se date aujourd’hui
    kind: units
    files: [projets.csv]
    entry: laureat_le
    time: mise_en_service_le       # vide tant que la centrale ne produit pas
    exit: abandon_le
    attributes: {filiere: filiere}
    complete_through: 2026-10-31
indicators:
  - id: mise-en-service
    name: Centrales mises en service
    matrix: impactful
    method: follow-up
    population: projets
    horizons: [730d, 1095d]        # des années : le premier chiffre honnête est loin, autant le savoir
    cohort: quarter
    unit_kind: other
    unit_label: projets
    sentence: {who: projets lauréats, what: sont mis en service}
    limits:
      - Raccordement, recours et prix agissent bien plus que le service.
`,
  benefriches: `sources:
  evaluations: {kind: events, files: evaluations.csv, time: evaluee_le}   # une ligne par projet évalué
  appels:                          # porteurs de projet tirés au sort, appelés un an après
    kind: sample
    files: appels.csv
    value: friche                  # réutilisée, en_cours, abandonnée ; vide : pas joint
    drawn: random
indicators:
  - id: friches-reutilisees
    name: Friches réutilisées après une évaluation
    matrix: impactful
    method: proxy
    count: evaluations
    counted: projets évalués
    sign_of: des friches réutilisées
    calibration: {source: appels, yes: réutilisée, effect: friches réutilisées}
    unit_kind: other
    limits:
      - Un an est court pour une friche ; rappeler les mêmes deux ans après.
`,
  'mon-entreprise': `sources:
  createurs:                       # personnes qui ont accepté d’être suivies, une ligne chacune
    kind: events
    files: ["simulations-*.csv"]
    subject: personne              # remplacé par un pseudonyme à l’import
    time: simulation_le
    # matching_right: à écrire. Base légale, et comment les personnes sont informées du rapprochement.
  cessations:                      # le registre des entreprises : sa date de fin
    kind: outcomes
    files: [cessations.csv]
    subject: personne
    time: cessation_le
    recorded: enregistree_le
    complete_through: 2026-09-30
    # matching_right: à écrire. Qui a donné l’accord, et pour quel usage.
indicators:
  - id: cessation
    name: Entreprises arrêtées dans les deux ans
    matrix: impactful              # les simulations iraient sur la ligne « used »
    method: follow-up
    exposure: createurs
    outcome: cessations
    window: {after: 1d, until: 730d}
    horizons: [365d, 730d]
    cohort: quarter
    sentence: {who: créateurs qui ont fait une simulation, what: arrêtent leur entreprise}
    limits:
      - Qui simule avant de se lancer est sans doute plus prudent que les autres.
`,
};
