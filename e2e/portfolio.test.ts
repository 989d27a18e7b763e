import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workplace, workplace } from './command-line.ts';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.write({
    'startups.json': JSON.stringify({
      data: [
        { id: 'a', attributes: { name: 'Le premier', phases: [{ name: 'sieste', start: '2024-01-01' }] } },
        { id: '../b', attributes: { name: '<script>alert(1)</script>' } },
      ],
    }),
    'panne.html': '<!doctype html><p>502</p>',
    'chiffres.csv': 'administration_rattachement,indicateur\nDINUM,x\n',
  });
});
afterAll(() => place.clean());

test('a list is imported twice, then figures; what is wrong is said in French and changes nothing', () => {
  const first = place.run('portfolio', 'import', 'startups.json', '--json');
  expect(first.err).toBe('');
  const summary = JSON.parse(first.out);
  expect(summary).toMatchObject({ services: 2, created: 2, updated: 0, unchanged: 0 });
  expect(summary.notUnderstood).toHaveLength(2);

  const refused = place.run('portfolio', 'import', 'panne.html');
  expect(refused.code).toBe(4);
  expect(refused.err).toContain('page web, pas des données');

  const again = place.run('portfolio', 'import', 'startups.json');
  expect(again.out.replace(/\u00a0/g, ' ')).toContain('2 services lus : 0 nouveau, 0 modifié, 2 inchangés.');
  expect(again.out).toContain('sieste');

  expect(place.run('portfolio', 'figures', 'inconnu', '--csv', 'chiffres.csv').err).toContain(
    'Aucun service',
  );
  expect(place.run('portfolio', 'figures', 'a').err).toContain('Il faut une source');
});
