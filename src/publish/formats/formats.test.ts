import { Resvg } from '@resvg/resvg-js';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Publication } from '../bundle/bundle.ts';
import { seal } from '../bundle/seal.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { simulatedDocument, simulatedPeople, simulatedPlan } from '../fixtures/simulated-measure.ts';
import { freeze } from '../freeze.ts';
import { atomFeed } from './atom.ts';
import { badgeSvg } from './badge.ts';
import { csvText } from './csv.ts';
import { embedHtml } from './embed.ts';
import { openGraphImage } from './og-image.ts';
import { openSchemaCsv } from './open-schema.ts';
import { readStatsQuery, statsAnswer } from './stats-api.ts';
import { csvTables } from './tables.ts';

const people = simulatedPeople({ people: 1500, seed: 4, days: 200, share: 0.3, channels: [5, 3] });
const plan = simulatedPlan();
const publish = (day: string, earlier: readonly Publication[] = []) =>
  freeze({
    document: simulatedDocument(people, day, plan),
    plan: plan.plan,
    rule: peopleRule,
    earlier,
    today: day,
  });
const one = publish('2026-07-31');
const two = publish('2026-10-31', [one]);
const script = '<script>alert("x")</script> & \u0001 l’« usage »';
const hostile = seal({ ...one.bundle, service: { ...one.bundle.service, name: script } });
const addresses = { page: 'https://exemple.fr/boite?a=1&b=2' };
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** A strict XML parser (roxmltree, in resvg): throws on anything ill-formed. */
const parsed = (xml: string) =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${xml.replace(/^<\?xml[^>]*\?>/, '')}</svg>`,
  );

test('CSV: quotes, line ends, and nothing a spreadsheet would run', () => {
  expect(
    csvText(
      ['a', 'b'],
      [
        ['x "y", z', -3.5],
        ['=1+1', null],
        ['+33', true],
        ['-a\nb', 'é'],
      ],
    ),
  ).toBe('a,b\r\n"x ""y"", z",-3.5\r\n\'=1+1,\r\n\'+33,true\r\n"\'-a\nb",é\r\n');
});

test('every table of a publication is a CSV whose rows all have the columns of the first', () => {
  const tables = csvTables(one);
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['hired-chiffres', 'hired-courbes', 'hired-effectifs']),
  );
  for (const { text } of tables) {
    const widths = text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.replace(/"[^"]*"/g, '').split(',').length);
    expect(new Set(widths).size).toBe(1);
  }
});

test('the feed is well-formed, latest first, and says withdrawals without the figure', () => {
  const correction = {
    service: 'boite',
    number: 1,
    reason: script,
    role: 'steward',
    at: '2026-12-01T10:00:00Z',
  };
  const text = atomFeed(
    { name: script },
    [
      { publication: one, corrections: [{ ...correction, kind: 'withdrawal' }] },
      { publication: two, corrections: [] },
    ],
    {
      feed: 'https://exemple.fr/f?a=1&b=2',
      page: addresses.page,
      publication: (n) => `https://exemple.fr/p/${n}`,
    },
    '2026-01-01T00:00:00Z',
  );
  expect(() => parsed(text)).not.toThrow();
  expect(() => parsed(`${text}<a>`)).toThrow();
  const { document } = parseHTML(text);
  const entries = [...document.querySelectorAll('entry')];
  expect(entries.map((entry) => entry.querySelector('updated')?.textContent)).toEqual([
    '2026-12-01T10:00:00Z',
    '2026-10-31T00:00:00Z',
    '2026-07-31T00:00:00Z',
  ]);
  const ids = entries.map((entry) => entry.querySelector('id')?.textContent);
  expect(new Set(ids).size).toBe(3);
  expect(plain(entries[2]?.textContent ?? '')).toContain('Retirée :');
  expect(text).not.toContain('<script>');
});

test('the badge says its level, figure and age in words, escapes names, and says when it is old', () => {
  const svg = badgeSvg(hostile, '2026-08-01');
  expect(() => parsed(svg)).not.toThrow();
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('Preuve 2/5 · Suivi');
  expect(plain(svg)).toMatch(/\d+ sur 100 \(\d+ à \d+\)/);
  expect(plain(badgeSvg(one, '2026-12-01'))).toContain('plus de trois semaines');
});

test('what is pasted elsewhere has no script, and says how sure, how fresh and where from', () => {
  const figure = { level: 2, levelName: 'Suivi', measured: 'Mesuré le 31 juillet 2026.' };
  const html = embedHtml({ ...figure, ...addresses, service: script, sentence: script });
  const { document } = parseHTML(`<main>${html}</main>`);
  expect(document.querySelector('script')).toBeNull();
  expect(document.querySelector('a')?.getAttribute('href')).toBe(addresses.page);
  expect(document.querySelector('figcaption')?.textContent).toContain('Niveau de preuve 2 sur 5');
  expect(document.querySelector('figcaption')?.textContent).toContain('31 juillet');
});

test('the image of the headline is a PNG of 1200 by 630', () => {
  const image = Buffer.from(openGraphImage(hostile, '2026-08-01'));
  expect(image.subarray(1, 4).toString()).toBe('PNG');
  expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('the stats API gives one value a period, the last published, within the limits of the field', () => {
  expect(readStatsQuery({})).toEqual({ periodicity: 'month', since: 24 });
  expect(readStatsQuery({ periodicity: 'week', since: '999' })).toEqual({ periodicity: 'week', since: 52 });
  expect(readStatsQuery({ periodicity: 'hour' })).toHaveProperty('error');
  for (const since of ['0', '-1', 'x', '1.5', '']) expect(readStatsQuery({ since })).toHaveProperty('error');
  const { stats, description } = statsAnswer([one, two], { periodicity: 'month', since: 24 }, '2026-11-15');
  expect(stats.map(({ date }) => date)).toEqual(['2026-07-01', '2026-10-01']);
  expect(stats.at(-1)?.value).toBeCloseTo(100 * (two.bundle.measures[0]?.headline.estimate.value ?? 0), 3);
  expect(description).toContain('Embauches');
  expect(statsAnswer([one, two], { periodicity: 'month', since: 1 }, '2026-11-15').stats).toEqual([]);
});

test('the badge, the statistics and the date speak of the figure the service is known by, wherever its plan puts it', () => {
  const [impact] = one.bundle.measures;
  if (impact === undefined) throw new Error('nothing measured');
  const visits = { ...impact, matrix: 'used' as const, name: 'Visites' };
  const headline = { ...impact.headline, estimate: { ...impact.headline.estimate, value: 0.99 } };
  const usageFirst = seal({ ...one.bundle, measures: [{ ...visits, headline }, impact] });
  expect(badgeSvg(usageFirst, '2026-08-01')).toBe(badgeSvg(one, '2026-08-01'));
  const query = { periodicity: 'month', since: 24 } as const;
  expect(statsAnswer([usageFirst], query, '2026-08-01')).toEqual(statsAnswer([one], query, '2026-08-01'));
});

test('the open schema has its columns in order, and each figure of everyone', () => {
  const [header, ...rows] = openSchemaCsv([one]).trimEnd().split('\r\n');
  expect(header).toBe(
    'administration_rattachement,nom_service_public_numerique,indicateur,valeur,unite_mesure,est_cible,type_indicateur,frequence_monitoring,date,est_periode,date_debut,est_automatise,source_collecte,denom_insee,code_insee,dataviz_wish,commentaires',
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(
    /^Test,La Boite,"Embauches, à 90 jours",[\d.]+,%,false,impact,hebdomadaire,2026-07-31,false,,true,script,/,
  );
  expect(plain(rows[0] ?? '')).toMatch(/Sources : « usage » .*« hires »/);
});

test('the open schema gives each figure once for its date, as it was last published, and nothing it does not count', () => {
  const rows = (...publications: Publication[]) =>
    openSchemaCsv(publications).trimEnd().split('\r\n').slice(1);
  const again = seal({ ...one.bundle, number: 2, previous: one.sha256 });
  expect(rows(one, again)).toEqual(rows(one));
  expect(rows(one, two)).toEqual([...rows(one), ...rows(two)]);
  const [measure] = one.bundle.measures;
  if (measure === undefined) throw new Error('nothing measured');
  const month = { group: null, by: null, unit: 'heures', period: '2026-02', level: 0.95, n: 60 } as const;
  const estimate = { ...month, kind: 'estimate', value: 12, lower: 10, upper: 14 } as const;
  const of = (method: 'sample-volume' | 'declared') =>
    seal({
      ...one.bundle,
      measures: [
        {
          ...measure,
          method,
          headline: { ...measure.headline, estimate, effect: null },
          figures: { kind: 'figures', estimates: [estimate] },
        },
      ],
    } as typeof one.bundle);
  expect(rows(of('sample-volume')).map(plain)).toEqual([
    expect.stringMatching(/,hebdomadaire,2026-02-28,true,2026-02-01,true,échantillon,.*60 cas mesurés/),
  ]);
  expect(plain(rows(of('declared'))[0] ?? '')).not.toMatch(/unités? suivies?|cas mesuré/);
});
