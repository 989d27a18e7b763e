/** What follows the head of each starter plan, by case. */
export const environmentPlans: Readonly<Record<string, string>> = {
  'plante-et-moi': `sources:
  permis: {kind: events, files: permis.csv, time: accorde_le}   # une ligne par permis accordé
  visites:                         # des adresses tirées au sort, visitées l’été suivant
    kind: sample
    files: visites.csv
    value: constat                 # planté, nu, ou vide si l’adresse n’a pas été trouvée
    drawn: random
indicators:
  - id: permis
    name: Permis de végétaliser accordés
    matrix: impactful
    method: proxy
    count: permis
    counted: permis de végétaliser accordés
    sign_of: plus de verdure dans la rue
    calibration: {source: visites, yes: planté, effect: adresses plantées}   # à retirer tant que rien n’est visité
    limits:
      - Un permis n’est pas un mètre carré planté.
`,
  'zero-logement-vacant': `sources:
  territoires:                     # une ligne par collectivité et par an, tirée du fichier fiscal
    kind: panel
    files: [territoires.csv]
    territory: collectivite
    period: annee
    numerator: sorties             # logements vides depuis deux ans, sortis de vacance dans l’année
    denominator: logements         # à durée de vacance égale : sinon la sélection trompe
    started: campagne_le           # première campagne de courriers ; vide : aucune
indicators:
  - id: sorties-de-vacance
    name: Sorties de vacance
    matrix: impactful
    method: rollout
    panel: territoires
    unit_kind: other               # des logements
    sentence: {who: logements vides, what: sont de nouveau habités dans l’année}
    comparison: {design: rollout, weighting: size}
    limits:
      - Les logements démolis ne sont pas vus.
      - Le fichier fiscal est connu un an après.
`,
  'chauffage-urbain': `sources:
  demandes:                        # une ligne par immeuble dont la demande a été transmise
    kind: units
    files: [demandes.csv]
    entry: transmise_le
    time: raccordement_le          # rendu par le gestionnaire du réseau ; vide sinon
    exit: refus_le                 # refus de la copropriété ou réseau trop loin
    complete_through: 2026-06-30
indicators:
  - id: raccordements
    name: Immeubles raccordés
    matrix: impactful
    method: follow-up
    population: demandes
    horizons: [365d, 730d]         # une copropriété vote plusieurs fois : il faut deux ans
    cohort: quarter
    unit_kind: other
    unit_label: immeubles
    sentence: {who: immeubles dont la demande a été transmise, what: sont raccordés}
    limits:
      - Un immeuble raccordé l’aurait peut-être été sans le service.
`,
  covoiturage: `sources:
  trajets: {kind: events, files: ["trajets-*.csv"], time: date}   # une ligne par trajet de passager validé
  passagers:                       # passagers tirés au sort : comment seriez-vous venu sinon ?
    kind: sample
    files: passagers.csv
    value: kg_evites               # 0 s’il venait déjà à vélo, en train ou avec un collègue
    drawn: random
indicators:
  - id: co2-evite
    name: CO₂ évité par les trajets partagés
    matrix: impactful
    method: sample-volume
    unit: kg
    sample: passagers
    volume: trajets
    unit_kind: other
    sentence: {total: kilogrammes de CO₂ évités, each: évités par trajet, sampled: passagers interrogés, cases: trajets}
    limits:
      - Les émissions par kilomètre sont une moyenne nationale.
`,
  trackdechets: `sources:
  envois:                          # une ligne par envoi de déchets dangereux
    kind: units
    files: [bordereaux.csv]
    entry: parti_le
    time: traite_le                # arrivée constatée chez le traiteur, à la masse près ; vide sinon
    attributes: {filiere: filiere}
    complete_through: 2026-10-31
indicators:
  - id: arrives-a-bon-port
    name: Envois retrouvés à l’arrivée
    matrix: impactful              # le papier évité, lui, irait sur la ligne « useful »
    method: follow-up
    population: envois
    horizons: [30d, 90d]
    breakdown: [filiere]
    unit_kind: other
    unit_label: envois
    sentence: {who: envois de déchets dangereux, what: sont retrouvés chez celui qui doit les traiter}
    limits:
      - Un déchet jamais déclaré n’apparaît nulle part ; seuls les contrôles le trouvent.
`,
  'ma-cantine-egalim': `sources:
  cantines:                        # une ligne par cantine et par an : les mêmes cantines, d’une année à l’autre
    kind: panel
    files: [cantines.csv]
    territory: cantine
    period: annee
    value: part_bio                # part du bio dans les achats, de 0 à 100
    weight: repas                  # une grande cantine compte plus qu’une petite
    started: accompagnee_le        # premier bilan fait avec le service ; vide : jamais
indicators:
  - id: part-bio
    name: Part du bio dans les achats
    matrix: impactful
    method: rollout
    panel: cantines
    value_label: points de bio dans les achats
    comparison: {design: rollout, weighting: size}
    limits:
      - Les achats sont déclarés ; une cantine qui déclare pour la première fois n’a pas d’avant.
`,
  nosgestesclimat: `sources:
  personnes:                       # la moitié, tirée au sort, reçoit un rappel ; toutes sont interrogées à 90 jours
    kind: units
    files: [personnes.csv]
    entry: choix_le                # le jour où l’action a été choisie
    time: geste_tenu_le            # le jour où la personne dit tenir le geste ; vide sinon
    attributes: {rappel: rappel}
    complete_through: 2026-10-31
indicators:
  - id: geste-tenu
    name: Geste tenu trois mois après
    matrix: impactful
    method: follow-up
    population: personnes
    horizons: [90d]
    sentence: {who: personnes qui ont choisi une action, what: tiennent leur geste trois mois après}
    comparison: {design: randomised, arm: rappel, treated: oui, control: non}
    decision: {threshold: 0.03}    # en dessous, le rappel ne vaut pas la peine d’être envoyé
    limits:
      - Le geste est dit, pas constaté.
`,
  aigle: `sources:
  actions: {kind: events, files: actions.csv, time: menee_le}   # les actions menées, non celles qu’on pourrait mener
  dossiers:                        # dossiers tirés au sort et suivis jusqu’au bout
    kind: sample
    files: dossiers.csv
    value: hectares                # surface remise en état ; 0 si elle ne l’a pas été
    drawn: random
indicators:
  - id: hectares-remis-en-etat
    name: Surface remise en état
    matrix: impactful
    method: sample-volume
    unit: ha
    sample: dossiers
    volume: actions
    unit_kind: other
    sentence: {total: hectares remis en état, each: remis en état par action, sampled: dossiers suivis, cases: actions}
    limits:
      - Une remise en état prend des mois ; les actions récentes sont comptées comme les anciennes.
`,
  pitchou: `sources:
  chantiers:                       # chantiers dont le contrôle a été tiré au sort
    kind: units
    files: [controles.csv]
    entry: decision_le             # le jour de la dérogation
    time: conforme_le              # premier contrôle où les engagements sont tenus ; vide sinon
    followed_until: dernier_controle
    attributes: {departement: departement}
indicators:
  - id: engagements-tenus
    name: Chantiers qui tiennent leurs engagements
    matrix: impactful
    method: follow-up
    population: chantiers
    horizons: [365d]
    cohort: quarter
    unit_kind: other
    unit_label: chantiers
    sentence: {who: chantiers contrôlés, what: tiennent leurs engagements}
    limits:
      - Sans tirage au sort des contrôles, le chiffre suit le nombre de contrôles.
`,
};
