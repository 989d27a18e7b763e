import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../src/plan/fixtures/worked-plans.ts';
import { bytesUnder, workplace } from './command-line.ts';

const place = workplace();
afterAll(() => place.clean());

const use = (id: string | null, siret: string, at: string, nom = 'details') =>
  JSON.stringify({
    dateheure: at,
    nom,
    source: 'site',
    hote: 'h',
    idutilisateur: 1,
    'idutilisateur-peconnect': id,
    url: '/x',
    args: {},
    proprietes: { siret },
  });

const columns =
  'kc_siret|dc_naf_id|dc_adresse|dc_codepostal|commune|dn_tailleetablissement|dc_communenaissancepays|kd_dateembauche|dc_typecontrat_id|dd_datefincdd|dc_romev3_1_id|dc_romev3_2_id|kd_datecreation|dc_privepublic|dc_commune_id|dc_natureemploi_id|dc_qualitesalarie_id|dn_dureetravailhebdo|dn_dureetravailmensuelle|dn_dureetravailannuelle|nbrjourtravaille|iiann|dc_lblprioritede|kn_trancheage|duree_pec|dc_ididentiteexterne|premiere_embauche';
const hire = (id: string, siret: string, day: string, first = 'Embauche', created = day) =>
  `${siret}|4711A|1 RUE X|75001|PARIS|10|FRANCE|${day} 00:00:00.0|2||A1101||${created} 00:00:00.0|1|75101|1|6|35|151|1607|5|2019||- de 26 ans|100|${id}|${first}`;

const siret = (n: number) => String(10_000_000_000_000 + n);
const person = (n: number) => `usager-secret-${n}`;

beforeAll(() => {
  const uses = [
    // 40 people look at one company each on 1 March 2019; persons 0 to 9 are hired there on day 30.
    ...Array.from({ length: 40 }, (_, n) => use(person(n), siret(n), `2019-03-01T10:00:0${n % 10}.123456`)),
    use(person(0), siret(0), '2019-03-20T09:00:00.000000'), // a later look does not move the clock
    use(person(1), siret(1), '2019-02-28T23:59:59.999999', 'recherche'), // not a kept event
    use(null, siret(3), '2019-03-02T10:00:00.000000'), // anonymous
    use(person(50), siret(50), '2019-03-05T10:00:00.000000'), // hired the same day only: does not count
    use(person(51), siret(51), '2019-03-05T10:00:00.000000'), // hired before use: does not count
    use(person(52), siret(52), '2019-03-05T10:00:00.000000'), // hired elsewhere: does not count
    use(person(53), siret(53), '2019-03-05T10:00:00.000000'), // a re-hire: filtered out
  ];
  const hires = [
    columns,
    ...Array.from({ length: 10 }, (_, n) => hire(person(n), siret(n), '2019-03-31')),
    hire(person(2), siret(2), '2019-06-01'), // a second hire there: the first one counts
    hire(person(50), siret(50), '2019-03-05'),
    hire(person(51), siret(51), '2019-03-01'),
    hire(person(52), siret(99), '2019-04-01'),
    hire(person(53), siret(53), '2019-04-01', 'Réembauche'),
    hire(person(20), siret(20), '2020-03-15'), // after the coverage: not counted yet
    hire('', siret(21), '2019-04-01'),
  ];
  place.write({
    'impact.yaml': contract,
    'activity-lbb-2019.03.json': `${uses.join('\n')}\n`,
    'dpae-201904.csv': `${hires.join('\n')}\n`,
  });
});

const measured = () => JSON.parse(place.run('measure', '--json').out).measures[0];

describe('La Bonne Boite’s files, with the contract’s plan', () => {
  test('the rule is applied to the letter', () => {
    const measure = measured();
    expect(measure).toMatchObject({ indicator: 'hired-by-viewed-company', units: 44, outcomes: 10 });
    const at90 = measure.estimates.find(
      (e: { horizon: number; group: null }) => e.horizon === 90 && e.group === null,
    );
    expect(at90).toMatchObject({ kind: 'estimate', events: 10 });
    expect(at90.value).toBeCloseTo(10 / 44, 10);
    expect(measure.triangle).toContainEqual({
      cohort: '2019-03',
      period: '2019-03',
      outcomes: 10,
      complete: true,
    });
    expect(measure.coverage).toMatchObject({ day: '2020-02-29', derived: false });
    expect(measure.evidence.level).toBe(2);
    expect(
      measure.inputs.map((i: { source: string; withoutSubject: number }) => [i.source, i.withoutSubject]),
    ).toEqual([
      ['usage', 1],
      ['hires', 1],
    ]);
  });

  test('again, and in another folder: the same bytes', () => {
    const once = place.run('measure', '--json').out;
    const other = workplace();
    expect(place.run('measure', '--json').out).toBe(once);
    other.clean();
  });

  test('a late declaration with an old date is taken', () => {
    place.write({
      'dpae-201905.csv': `${columns}\n${hire(person(30), siret(30), '2019-03-10', 'Embauche', '2019-09-01')}\n`,
    });
    expect(measured().outcomes).toBe(11);
  });

  test('no raw identifier under the data folder, in what is printed, or in the report', () => {
    const summary = place.run('measure');
    const report = place.run('report', '-o', 'rapport.html');
    expect([summary.code, report.code]).toEqual([0, 0]);
    expect(summary.out).toContain('effets');
    const everything = bytesUnder(place.data) + summary.out + summary.err + report.out + report.err;
    expect(everything.length).toBeGreaterThan(1000);
    expect(everything).not.toContain('usager-secret');
    expect(everything).not.toContain(siret(3));
  });
});
