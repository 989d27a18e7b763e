import { expect, test } from 'vitest';
import { describePlan } from './describe.ts';
import { daysText } from './duration.ts';
import { contract, laBonneBoiteInProduction, people, spells } from './fixtures/worked-plans.ts';
import { readPlan } from './read-plan.ts';

function told(text: string): string {
  const { plan, problems } = readPlan(text);
  if (plan === null) throw new Error(problems[0]?.sentence);
  return describePlan(plan, daysText);
}

test('the contract, told', () => {
  expect(told(contract)).toMatchInlineSnapshot(`
    "La Bonne Boite (France Travail)
    Mission : …
    Effet recherché, social : …
    Pour qui : …

    Embauches dans une entreprise consultée (hired-by-viewed-company ; matrice d'impact : impactant)
      Ce qui est mesuré : sur 100 couples personne et cible, combien connaissent l'effet au bout de 90 jours et 180 jours.
      Qui est suivi : chaque couple personne et cible de « usage », une seule fois ; le jour de son premier usage (dateheure) démarre l'horloge.
      Ce qui compte comme effet : la première ligne de « hires » pour la même personne et la même cible, dans la fenêtre.
      De quand à quand : du 1er jour après le départ au 365e jour, compris (le jour même ne compte pas).
      Comment le chiffre est rangé : départs groupés par mois, avec le détail selon channel.
      Comparaison : aucune ; le chiffre dit ce qui s'est passé ensuite, pas ce qui serait arrivé sans le service.

    Sources
      usage (usages) : activity-*.json ; lignes gardées : nom parmi details, afficher-details ou ajout-favori ; complète jusqu'à une date déduite des données ; droit de relier : journal applicatif de personnes connectées, .
      hires (effets constatés) : dpae-*.csv ; lignes gardées : premiere_embauche = Embauche ; complète jusqu'au 29 février 2020."
  `);
});

test('the window is said with its bounds and the same-day rule', () => {
  expect(told(contract.replace('after: 1d', 'after: 0d'))).toContain(
    'du jour de départ au 365e jour, compris (le jour même compte)',
  );
  expect(told(laBonneBoiteInProduction)).toContain(
    'du 1er jour après le départ, sans limite (le jour même ne compte pas)',
  );
});

test('filters are said as they will be applied', () => {
  expect(told(laBonneBoiteInProduction)).toContain(
    "premiere_embauche = Embauche et dc_typecontrat_id = 1 et contract_days jusqu'à 1\u202f200 (ou vide), ou bien premiere_embauche = Embauche et dc_typecontrat_id autre que 1 (ou vide)",
  );
  expect(
    told(contract.replace('{premiere_embauche: Embauche}', '{a: {missing: drop}, d: {min: 2020-03-01}}')),
  ).toContain('lignes gardées : a rempli et d à partir du 1er mars 2020');
});

test('people already followed: durations, other ways out, no window', () => {
  const text = told(spells);
  expect(text).toContain('comptée par 14 jours');
  expect(text).toContain('exit vaut 1 ; autres sorties : 2 et 3');
  expect(text).toContain('avec le détail selon ui et age');
  expect(text).not.toContain('De quand à quand');
  expect(told(people)).toContain('une autre sortie (left_list_date) survenue avant met fin au suivi');
});

test('baseline, target, limits and owner are said when given', () => {
  const more =
    'cohort: month\n    baseline: {value: 0.125, date: 2019-01-01}\n    target: {value: 0.02, relative: true, by: 2027-01-01}\n    limits: [Une limite]\n    owner: Une équipe\n    unit_label: demandes';
  const text = told(contract.replace('cohort: month', more));
  expect(text).toContain('Référence : 12,5 sur 100 (1er janvier 2019).');
  expect(text).toContain('Cible : +2 % par rapport à la référence, au plus tard le 1er janvier 2027.');
  expect(text).toContain('Limites connues : Une limite.');
  expect(text).toContain('Qui en répond : Une équipe.');
  expect(text).toContain('sur 100 demandes, combien');
});

test('columns are called what the plan calls them for those who read', () => {
  const labels = '    labels: {left_list_date: fin d’inscription, invited: invitation}';
  const text = told(people.replace(/^( +)method: follow-up$/m, (line) => `${line}\n${labels}`));
  expect(text).toContain('une autre sortie (fin d’inscription) survenue avant met fin au suivi');
  expect(text).not.toContain('left_list_date');
});
