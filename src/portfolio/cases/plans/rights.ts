/** What follows the head of each starter plan, by case. */
export const rightsPlans: Readonly<Record<string, string>> = {
  dora: `sources:
  orientations: {kind: events, files: orientations.csv, time: envoyee_le}   # une ligne par orientation
  rappels:                         # personnes orientées, tirées au sort et rappelées un mois après
    kind: sample
    files: rappels.csv
    value: frein                   # levé, en cours, non, ou vide si personne n’a répondu
    drawn: random
indicators:
  - id: freins-leves
    name: Freins levés après une orientation
    matrix: impactful
    method: proxy
    count: orientations
    counted: orientations
    sign_of: des freins à l’emploi levés
    calibration: {source: rappels, yes: levé, effect: freins levés}
    limits:
      - Une orientation n’est pas un frein levé ; seuls les rappels le disent.
`,
  'aides.jeunes': `sources:
  enquete:                         # une ligne par personne interrogée, réponse ou non
    kind: sample
    files: enquete.csv
    value: reponse                 # demandée, versée, refusée, rien ; vide : pas de réponse
    used: simulation_le
    time: reponse_le
    attributes: {age: tranche_age}
    drawn: all                     # tous ceux qui ont accepté d’être recontactés
indicators:
  - id: aide-demandee
    name: Aide demandée après la simulation
    matrix: impactful
    method: asked-later
    answers: enquete
    yes: [demandée, versée]
    after: 30d                     # six jours, c’est trop tôt pour une demande d’aide
    margins: {age: {16-19: 3000, 20-24: 5000, 25-30: 2000}}   # vos simulations du mois, par âge
    breakdown: [age]
    sentence: {who: jeunes qui ont fait une simulation, what: disent avoir demandé une aide}
    limits:
      - Qui a touché une aide répond plus volontiers ; l’âge n’en corrige qu’une partie.
`,
  'refugies-info': `sources:
  enquete:                         # personnes qui ont laissé un contact, rappelées deux mois après
    kind: sample
    files: rappels.csv
    value: demarche                # faite_seul, faite_avec_aide, pas_faite ; vide : pas jointe
    used: visite_le
    time: appel_le
    attributes: {langue: langue}
    drawn: random                  # tirées au sort ; un bandeau sur le site n’est pas un échantillon
indicators:
  - id: demarche-seul
    name: Démarche menée sans se déplacer
    matrix: impactful
    method: asked-later
    answers: enquete
    yes: faite_seul
    after: 60d
    margins: {langue: {français: 30, ukrainien: 25, dari: 20, autre: 25}}   # vos visiteurs, sur 100
    sentence: {who: personnes réfugiées qui ont lu une fiche, what: ont mené leur démarche sans se déplacer}
    limits:
      - L’autonomie, but final, se joue sur des années et n’est pas mesurée ici.
`,
  domifa: `sources:
  courriers:                       # une ligne par personne domiciliée
    kind: units
    files: [domiciliations.csv]
    entry: domiciliation_le
    time: rupture_le               # domiciliation perdue faute de passage ; vide sinon
    exit: logement_le              # sortie vers un logement : une bonne fin, qui n’est pas une rupture
    complete_through: 2026-10-31
  agents: {kind: series, files: agents.csv, time: date, value: heures}   # l’enquête, avec sa date
indicators:
  - id: adresse-perdue
    name: Adresse perdue faute de renouvellement
    matrix: impactful              # l’effet porte sur les personnes, non sur les agents
    method: follow-up
    population: courriers
    horizons: [365d]
    cohort: quarter
    sentence: {who: personnes domiciliées, what: perdent leur adresse faute de renouvellement}
    limits:
      - Une personne partie ailleurs sans le dire ressemble à une rupture.
  - id: temps-agents
    name: Temps administratif par semaine et par agent
    matrix: useful
    method: declared
    series: agents
    unit: h
    direction: down
    provenance: enquête auprès des agents, refaite chaque année
    cadence: year                  # passé ce délai, la page dira d’elle-même que le chiffre est ancien
    limits: [Ce temps est déclaré par les agents.]
`,
  jeveuxaider: `sources:
  missions:                        # une ligne par mise en relation tirée au sort, rappelée ensuite
    kind: sample
    files: rappels.csv
    value: mission                 # premiere_fois, deja_benevole, pas_faite ; vide : pas jointe
    used: relation_le
    time: appel_le
    attributes: {age: tranche_age}
    drawn: random
indicators:
  - id: premier-engagement
    name: Premier engagement tenu
    matrix: impactful
    method: asked-later
    answers: missions
    yes: premiere_fois             # la mission a eu lieu, et c’était la première
    after: 21d
    margins: {age: {moins de 26: 400, 26-59: 450, 60 et plus: 150}}
    sentence: {who: personnes mises en relation, what: font leur première mission bénévole}
    limits:
      - Une partie se serait engagée sans le service.
`,
  reva: `sources:
  parcours:                        # une ligne par candidat entré dans le parcours
    kind: units
    files: [parcours.csv]
    entry: entree_le
    time: diplome_le               # vide tant que le diplôme n’est pas obtenu
    exit: abandon_le               # l’abandon met fin au parcours : il est compté comme tel
    attributes: {accompagne: accompagnement}   # renforcé ou courant : à ne pas mélanger
    complete_through: 2026-10-31
indicators:
  - id: diplome
    name: Diplôme obtenu par l’expérience
    matrix: impactful
    method: follow-up
    population: parcours
    horizons: [365d, 548d]
    cohort: quarter                # chaque promotion se lit à part
    breakdown: [accompagne]
    baseline: 0.10                 # à remplacer : la part diplômée de l’ancien parcours
    sentence: {who: candidats entrés dans le parcours, what: obtiennent leur diplôme}
    limits:
      - Les premières promotions étaient choisies et très accompagnées.
`,
  eva: `sources:
  personnes:                       # une ligne par personne repérée, suivie ou perdue de vue
    kind: units
    files: [personnes.csv]
    entry: reperage_le
    time: entree_formation_ou_emploi   # vide si rien n’est connu
    followed_until: dernier_contact    # dernier jour où la structure sait : après, on ne compte plus
    attributes: {structure: type_structure}
indicators:
  - id: formation-ou-emploi
    name: Entrées en formation ou en emploi
    matrix: impactful
    method: follow-up
    population: personnes
    horizons: [90d, 180d]
    breakdown: [structure]
    sentence: {who: personnes repérées, what: entrent en formation ou en emploi}
    limits:
      - Les personnes perdues de vue ne sont suivies que jusqu’au dernier contact.
`,
  monlogementetudiant: `sources:
  rappels:                         # étudiants qui ont laissé un contact au printemps, rappelés en octobre
    kind: sample
    files: rappels.csv
    value: logement                # abordable, trop_cher, pas_loge ; vide : pas joint
    used: recherche_le
    time: rappel_le
    attributes: {boursier: boursier}
    drawn: random
indicators:
  - id: loge-a-prix-tenable
    name: Étudiants logés à un prix tenable
    matrix: impactful              # la note de recommandation, elle, irait sur la ligne « useful »
    method: asked-later
    answers: rappels
    yes: abordable                 # moins du tiers de leurs ressources : écrivez votre définition
    after: 90d
    margins: {boursier: {oui: 300, non: 700}}
    sentence: {who: étudiants qui ont cherché un logement, what: sont logés à un prix qu’ils peuvent payer}
    limits:
      - Rien ne dit lesquels se seraient logés sans le service.
`,
  acceslibre: `sources:
  sorties:                         # personnes handicapées qui ont consulté une fiche, rappelées ensuite
    kind: sample
    files: rappels.csv
    value: sortie                  # grace_a_la_fiche, de_toute_facon, pas_alle ; vide : pas jointe
    used: consultation_le
    time: appel_le
    attributes: {handicap: handicap}
    drawn: random
  lieux: {kind: series, files: lieux.csv, time: mois, value: decrits}
indicators:
  - id: sortie-rendue-possible
    name: Sorties qui n’auraient pas eu lieu
    matrix: impactful
    method: asked-later
    answers: sorties
    yes: grace_a_la_fiche
    after: 14d
    margins: {handicap: {moteur: 500, visuel: 200, autre: 300}}
    sentence: {who: personnes qui ont consulté une fiche, what: disent être sorties grâce à elle}
    limits: ["« Grâce à » est une opinion ; c’est déjà plus que l’usage."]
  - id: lieux-decrits
    name: Lieux dont l’accessibilité est décrite
    matrix: used                   # un usage, et seulement un usage
    method: declared
    series: lieux
    unit: lieux
    direction: up
    provenance: compte tenu par le service
    limits: [Un lieu décrit n’est pas une personne qui y va.]
`,
};
