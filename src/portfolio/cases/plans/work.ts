/** What follows the head of each starter plan, by case. */
export const workPlans: Readonly<Record<string, string>> = {
  'la-bonne-boite': `sources:
  personnes:                       # la liste tirée au sort : les invités et les autres
    kind: units
    files: [personnes.csv]
    entry: tirage                  # le jour du tirage : la même horloge pour les deux groupes
    time: emploi                   # le jour du premier emploi retrouvé ; vide s’il n’y en a pas
    attributes: {invite: invite, ouvert: ouvert}
    complete_through: 2026-10-31   # dernier jour pour lequel les embauches sont toutes connues
indicators:
  - id: retour-emploi
    name: Retour à l’emploi, selon le tirage au sort du courriel
    matrix: impactful
    method: follow-up
    population: personnes
    horizons: [90d, 180d]          # choisis avant de regarder, et eux seuls
    sentence: {who: demandeurs d’emploi invités, what: retrouvent un emploi}
    comparison:
      design: randomised
      arm: invite                  # le groupe tiré, que le courriel ait été ouvert ou non
      treated: oui
      control: non
      take_up: ouvert              # pour l’effet sur ceux qui ont ouvert, à part
      taken: oui
    decision: {threshold: 0.01}    # le plus petit effet qui compterait : un point
    limits:
      - Le chiffre est l’effet d’envoyer le courriel, pas celui d’utiliser le service.
      - Les emplois non déclarés ne sont pas vus.
`,
  maintenant: `sources:
  relations: {kind: events, files: relations.csv, time: jour}   # une ligne par mise en relation
  appels:                          # une ligne par employeur appelé quelques semaines après
    kind: sample
    files: appels.csv
    value: resultat                # embauche, rien, ou vide si personne n’a répondu
    drawn: random                  # tirés au sort dans la liste, non pris au fil de l’eau
indicators:
  - id: embauches
    name: Embauches par mises en relation
    matrix: impactful
    method: proxy
    count: relations
    counted: mises en relation
    sign_of: des embauches
    calibration: {source: appels, yes: embauche, effect: embauches}   # le taux, refait chaque trimestre
    limits:
      - Sans compte, personne ne peut être suivi ; tout tient aux appels.
      - Une embauche qui aurait eu lieu sans le service est comptée.
`,
  estime: `sources:
  allocataires:                    # usagers et non-usagers, décrits de la même façon
    kind: units
    files: [allocataires.csv]
    entry: entree                  # le même jour pour tous : le début du mois observé, pas le jour d’usage
    time: embauche                 # première embauche déclarée ensuite ; vide s’il n’y en a pas
    attributes:                    # connus AVANT l’usage, jamais après
      simulation: simulation       # oui ou non, pendant le mois observé
      age: tranche_age
      anciennete: mois_inscrits
      candidatures: candidatures_avant   # la motivation d’avant : c’est elle qui trompe
      zone: zone
    complete_through: 2026-10-31
indicators:
  - id: reprise-emploi
    name: Reprise d’emploi, comparée à des personnes semblables
    matrix: impactful
    method: follow-up
    population: allocataires
    horizons: [90d, 180d]
    sentence: {who: allocataires qui ont fait une simulation, what: reprennent un emploi}
    comparison:
      design: adjusted
      arm: simulation
      treated: oui
      control: non
      covariates: [age, anciennete, candidatures, zone]
      estimand: att                # l’effet pour celles et ceux qui ont simulé
    decision: {threshold: 0.01}
    limits:
      - Une motivation que rien ne mesure peut rester ; un tirage au sort la supprimerait.
`,
  'promotion-de-profil-acceleree': `sources:
  personnes:                       # une ligne par personne suivie, présentée davantage ou comme d’habitude
    kind: units
    files: [personnes.csv]
    entry: entree                  # le jour où la personne pouvait être présentée
    time: embauche                 # le jour de l’embauche ; vide s’il n’y en a pas
    attributes: {tirage: tirage}   # tiré au sort parmi les personnes de chaque agence
    complete_through: 2026-10-31
indicators:
  - id: embauche-apres-presentation
    name: Embauches dans les deux mois
    matrix: impactful
    method: follow-up
    population: personnes
    horizons: [60d]
    # Avant tout : foulee project dit combien de personnes il faut. Avec huit embauches, on ne saura rien.
    baseline: 0.07                 # à remplacer par la part embauchée sans le service
    target: {value: 0.10}
    sentence: {who: demandeurs d’emploi présentés plus souvent, what: sont embauchés}
    comparison: {design: randomised, arm: tirage, treated: oui, control: non}
    decision: {threshold: 0.03}
    limits:
      - Un conseiller qui présente davantage les uns peut présenter moins les autres.
`,
  handicompatible: `sources:
  agences:                         # une ligne par agence et par mois, avant comme après
    kind: panel
    files: [agences.csv]
    territory: agence
    period: mois                   # 2026-01, 2026-02…
    numerator: entretiens          # personnes qui ont eu un entretien d’embauche
    denominator: personnes         # personnes suivies par l’agence
    started: equipee_le            # vide : pas encore équipée
indicators:
  - id: entretiens
    name: Entretiens d’embauche obtenus
    matrix: impactful
    method: rollout
    panel: agences
    sentence: {who: demandeurs d’emploi en situation de handicap, what: obtiennent un entretien dans le mois}
    comparison: {design: rollout}  # des agences équipées à des dates différentes se comparent entre elles
    limits:
      - Les agences volontaires diffèrent des autres ; tirer leur ordre au sort réglerait la question.
`,
  labonnealternance: `sources:
  relations:                       # une ligne par mise en relation d’un jeune connecté
    kind: events
    files: ["relations-*.csv"]
    subject: jeune                 # remplacé par un pseudonyme à l’import
    time: envoyee_le
    # matching_right: à écrire. Base légale, et comment les jeunes sont informés du rapprochement.
  contrats:                        # le registre des dépôts de contrats d’apprentissage
    kind: outcomes
    files: ["contrats-*.csv"]
    subject: jeune
    time: debut_contrat
    recorded: depose_le            # les dépôts tardifs seront vus comme tels
    complete_through: 2026-09-30   # à demander à qui tient le registre
    # matching_right: à écrire. Qui a donné l’accord, et pour quel usage.
indicators:
  - id: contrat-signe
    name: Contrats d’apprentissage commencés
    matrix: impactful              # la mise en relation, elle, irait sur la ligne « used »
    method: follow-up
    exposure: relations
    outcome: contrats
    window: {after: 1d, until: 180d}
    horizons: [90d, 180d]
    sentence: {who: jeunes mis en relation avec une entreprise, what: commencent un contrat d’apprentissage}
    limits:
      - Rien ne dit combien auraient signé sans le service.
`,
  'tdb-apprentissage': `sources:
  centres:                         # seulement les centres qui transmettaient déjà leurs effectifs avant
    kind: panel
    files: [centres.csv]
    territory: centre
    period: trimestre              # 2026-Q1
    numerator: sans_contrat        # apprentis sans contrat six mois après leur entrée
    denominator: entres            # apprentis entrés six mois plus tôt
    started: repere_depuis         # date où le centre reçoit les alertes ; vide : pas encore
indicators:
  - id: sans-contrat
    name: Apprentis sans contrat après six mois
    matrix: impactful
    method: rollout
    panel: centres
    sentence: {who: apprentis, what: n’ont pas de contrat six mois après leur entrée}
    comparison: {design: rollout}
    limits:
      - Un meilleur relevé fait d’abord monter le nombre de ruptures connues.
`,
  'l-immersion-facile': `sources:
  bilans:                          # une ligne par immersion terminée, bilan rempli ou non
    kind: sample
    files: bilans.csv
    value: suite                   # confirmé, contrat, abandonné ; vide si le bilan n’est pas rempli
    used: fin_immersion
    time: rempli_le
    attributes: {public: public}   # jeune, demandeur d’emploi, salarié
    drawn: all                     # le bilan est demandé à tous
indicators:
  - id: projet-confirme
    name: Projet professionnel confirmé
    matrix: impactful
    method: asked-later
    answers: bilans
    yes: [confirmé, contrat]
    after: 1d
    margins: {public: {jeune: 40000, demandeur d’emploi: 50000, salarié: 10000}}   # vos effectifs de l’année
    breakdown: [public]
    sentence: {who: personnes qui ont fait une immersion, what: disent leur projet confirmé}
    limits:
      - Ceux qui ne remplissent pas le bilan ne sont pas n’importe qui ; en appeler quelques-uns.
`,
  'les-emplois': `sources:
  recrutements:                    # un dossier par candidature déposée : l’horloge part ce jour-là
    kind: units
    files: [candidatures.csv]
    entry: deposee_le
    time: embauche_le              # vide s’il n’y a pas eu d’embauche
    exit: retiree_le               # candidature retirée ou refusée : une autre fin
    attributes: {departement: departement}
    complete_through: 2026-10-31
indicators:
  - id: embauche-sous-soixante-jours
    name: Embauches dans les deux mois d’une candidature
    matrix: impactful              # la part et le délai changent ; le volume, lui, ne dirait que le passage
    method: follow-up
    population: recrutements
    horizons: [30d, 60d]
    breakdown: [departement]
    sentence: {who: personnes qui ont candidaté, what: sont embauchées par une structure d’insertion}
    limits:
      - Tout passe par le service ; sans la série d’avant, on ne sait pas ce qu’il ajoute.
`,
};
