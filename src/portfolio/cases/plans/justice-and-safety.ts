/** What follows the head of each starter plan, by case. */
export const justiceAndSafetyPlans: Readonly<Record<string, string>> = {
  'mon-suivi-justice': `sources:
  services:                        # une ligne par service d’insertion et par mois, avant comme après
    kind: panel
    files: [convocations.csv]
    territory: service
    period: mois
    numerator: absents             # convocations manquées sans excuse
    denominator: convocations
    started: equipe_le             # date des premiers SMS ; vide : pas encore
indicators:
  - id: convocations-manquees
    name: Convocations manquées
    matrix: impactful
    method: rollout
    panel: services
    sentence: {who: convocations, what: sont manquées sans excuse}
    comparison: {design: rollout}  # les services équipés plus tard servent de comparaison
    limits:
      - La présence doit être saisie de la même façon avant et après l’arrivée du service.
`,
  'a-just': `sources:
  chambres:                        # une ligne par chambre et par trimestre, plutôt que par tribunal
    kind: panel
    files: [chambres.csv]
    territory: chambre
    period: trimestre
    value: jours                   # délai médian des affaires jugées dans le trimestre
    weight: affaires
    started: reaffectation_le      # quand un poste y a été déplacé avec l’outil ; vide : jamais
indicators:
  - id: delai
    name: Délai des affaires jugées
    matrix: impactful
    method: rollout
    panel: chambres
    value_label: jours
    comparison: {design: rollout, weighting: size}
    limits:
      - Une réforme ou une grève le même trimestre se voit dans toutes les chambres, donc s’annule.
      - Une chambre renforcée parce qu’elle allait mal se redresse aussi toute seule.
`,
  experts: `sources:
  juridictions:                    # une ligne par juridiction et par mois, relevé d’avant compris
    kind: panel
    files: [designations.csv]
    territory: juridiction
    period: mois
    numerator: refus
    denominator: designations
    started: equipee_le            # les juridictions pas encore équipées servent de comparaison
indicators:
  - id: refus
    name: Refus d’une désignation
    matrix: impactful
    method: rollout
    panel: juridictions
    baseline: 0.40                 # le relevé fait avant : gardez-le toujours
    sentence: {who: désignations, what: sont refusées}
    comparison: {design: rollout}
    limits:
      - Un refus plus rare n’est pas encore une affaire jugée plus tôt.
`,
  signalement: `sources:
  entreprises:                     # une ligne par entreprise signalée : l’horloge part de sa réponse
    kind: units
    files: [entreprises.csv]
    entry: reponse_le              # ou la date limite de réponse, si elle n’a pas répondu
    time: nouveau_signalement_le   # le même problème, signalé de nouveau ; vide sinon
    attributes: {repondu: a_repondu, taille: taille, secteur: secteur, avant: signalements_avant}
    complete_through: 2026-10-31
indicators:
  - id: probleme-revenu
    name: Même problème signalé de nouveau
    matrix: impactful
    method: follow-up
    population: entreprises
    horizons: [180d]
    unit_kind: firms               # des entreprises : le secret statistique n’est pas le même
    unit_label: entreprises
    sentence: {who: entreprises qui ont répondu, what: sont signalées de nouveau pour le même problème}
    comparison: {design: adjusted, arm: repondu, treated: oui, control: non, covariates: [taille, secteur, avant]}
    decision: {threshold: 0.05}
    limits:
      - Plus le service est connu, plus on signale ; comparer des entreprises de la même période.
`,
  mobilic: `sources:
  controles:                       # une ligne par entreprise contrôlée sur la route
    kind: units
    files: [controles.csv]
    entry: debut_observation       # le même jour pour toutes, avant toute certification
    time: infraction_le            # infraction au temps de travail ; vide s’il n’y en a pas
    attributes: {certifiee: certifiee, taille: taille, activite: activite, avant: infractions_avant}
    complete_through: 2026-10-31
  certifiees: {kind: series, files: certifiees.csv, time: mois, value: entreprises}
indicators:
  - id: infractions
    name: Entreprises en infraction dans l’année
    matrix: impactful
    method: follow-up
    population: controles
    horizons: [365d]
    cohort: quarter
    unit_kind: firms
    unit_label: entreprises
    sentence: {who: entreprises certifiées, what: sont en infraction dans l’année}
    comparison: {design: adjusted, arm: certifiee, treated: oui, control: non, covariates: [taille, activite, avant]}
    decision: {threshold: 0.02}
    limits: [On ne voit que les entreprises contrôlées.]
  - id: entreprises-certifiees
    name: Entreprises certifiées
    matrix: used                   # la certification est un usage sérieux, non l’effet
    method: declared
    series: certifiees
    unit: entreprises
    direction: up
    provenance: moteur de règles du service
    target: {value: 2000, by: 2027-11-01}
    limits: [Une entreprise certifiée n’est pas une infraction évitée.]
`,
  zacharie: `sources:
  carcasses:                       # le fichier du service vétérinaire, une ligne par territoire et par saison
    kind: panel
    files: [saisies.csv]
    territory: departement
    period: annee
    numerator: saisies_hygiene
    denominator: carcasses
    started: equipe_le
indicators:
  - id: saisies
    name: Carcasses saisies pour hygiène
    matrix: impactful
    method: rollout
    panel: carcasses
    unit_kind: other               # ni des personnes ni des entreprises
    sentence: {who: carcasses présentées, what: sont saisies pour un motif d’hygiène}
    comparison: {design: rollout}
    cadence: year                  # le chiffre vient du fichier, daté : jamais d’une ligne de code
    limits:
      - Les premiers chasseurs équipés sont sans doute les plus soigneux.
`,
  recosante: `sources:
  abonnes:                         # abonnés tirés au sort, appelés après un jour de pollution
    kind: sample
    files: appels.csv
    value: change                  # oui, non, pas_vu ; vide : pas joint
    used: alerte_le
    time: appel_le
    attributes: {fragile: fragile}
    drawn: random
  actifs: {kind: series, files: actifs.csv, time: mois, value: personnes}
indicators:
  - id: sortie-adaptee
    name: Sorties adaptées un jour de pollution
    matrix: impactful
    method: asked-later
    answers: abonnes
    yes: oui
    after: 1d
    margins: {fragile: {oui: 300, non: 700}}
    breakdown: [fragile]
    sentence: {who: abonnés alertés, what: disent avoir changé leur journée}
    limits: [Dire n’est pas faire ; et une partie l’aurait fait sans l’alerte.]
  - id: actifs
    name: Personnes actives dans le mois
    matrix: used                   # c’est ce chiffre qui avait été pris pour l’effet
    method: declared
    series: actifs
    unit: personnes
    direction: up
    provenance: compte tenu par le service
    limits: [Recevoir un message n’est pas changer de conduite.]
`,
};
