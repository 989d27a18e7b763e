import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesUnder, type Workplace, workplace } from './command-line.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { startSite } from './real-site.ts';

const day = (offset: number) => new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10);
const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
const usageOf = (people: readonly number[]) =>
  `jeune,envoyee_le\n${people.map((i) => `jeune-${i},${day(i % 200)}`).join('\n')}\n`;
const contractsOf = (people: readonly number[]) =>
  people.map((i) => ({
    jeune: `jeune-${i}`,
    debut_contrat: day((i % 200) + 30),
    depose_le: day((i % 200) + 35),
  }));

/** Of the plan of a real case: what only the team can write, and how each source comes in. */
const written = (plan: string): string =>
  plan
    .replace(/# matching_right: à écrire\./g, 'matching_right: convention du 1er mars 2025 #')
    .replace('files: ["contrats-*.csv"]', 'arrivals: true')
    .replace(
      'indicators:\n',
      `  avis:
    kind: series
    pull: {connection: tableau, path: /public/question/avis.csv}
    time: mois
    value: note
indicators:
  - id: satisfaction
    name: Satisfaction
    matrix: useful
    method: declared
    series: avis
    unit: sur 10
    direction: up
    provenance: Tableau de bord du service, export mensuel
`,
    );

let place: Workplace;
let mails: MailServer;
let exports: Server;
let asked: string[] = [];
/** Runs a command with the settings of this team, while the servers it talks to answer. */
const foulee = (...args: string[]) => place.beside(settings, ...args);
let settings: Readonly<Record<string, string>>;
beforeAll(async () => {
  place = workplace();
  asked = [];
  exports = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('mois,note\n2025-10-01,"8,1"\n2025-11-01,"8,3"\n');
  });
  await new Promise<void>((open) => exports.listen(0, '127.0.0.1', open));
  mails = await startMailServer();
  const { port } = exports.address() as AddressInfo;
  settings = { ...mails.settings, FOULEE_PULL_TABLEAU: `http://127.0.0.1:${port}` };
});
afterAll(async () => {
  exports?.close();
  await mails?.close();
  place?.clean();
});

test('the whole way from a terminal: project, plan, connect, collect, run, publish, reminder', async () => {
  const projection = await foulee(
    ...['project', '--baseline', '0.3', '--effect', '0.05', '--users-per-week', '25'],
    ...['--start', '2025-01-01', '--horizon', '90d', '--lag', '30d'],
  );
  expect(projection.out).toMatch(/premier chiffre honnête vers/);
  const start = await foulee('cases', 'plan', 'labonnealternance');
  place.write({ 'impact.yaml': written(start.out), 'relations-1.csv': usageOf(from(0, 600)) });
  const checked = await foulee('check');
  expect([checked.code, checked.err]).toEqual([0, '']);

  // What arrives one row at a time: a key, then a site that takes rows while the commands run.
  const [to = '', key = ''] = (await foulee('collect', '--name', 'registre')).out.trim().split('\n');
  const site = await startSite(place);
  const send = async (rows: readonly object[]) => {
    const { pathname } = new URL(to);
    const answer = await fetch(`${site.address}${pathname}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(rows),
    });
    return answer.json();
  };
  const signed = contractsOf(from(0, 600).filter((i) => i % 2 === 0));
  expect(await send(signed)).toMatchObject({ received: 300, refused: 0 });

  const first = await foulee('run', '--today', '2026-11-24');
  expect([first.code, first.out]).toEqual([0, expect.stringContaining('Première foulée')]);
  expect(asked).toEqual(['/public/question/avis.csv']);
  place.write({ 'relations-2.csv': usageOf(from(600, 200)) });
  expect(await send(contractsOf(from(600, 200).filter((i) => i % 5 !== 0)))).toMatchObject({ received: 160 });
  const second = await foulee('run', '--today', '2026-12-01');
  expect(second.out).toContain('Comparée à celle de la semaine du 23 novembre 2026.');
  expect(second.out.replace(/\s+/g, ' ')).toContain('C’est plus que le hasard');
  await site.end('SIGTERM');

  const published = await foulee('publish');
  expect([published.code, published.out]).toEqual([
    0,
    expect.stringMatching(/Publication 1 de .*, empreinte/),
  ]);
  const reopened = await startSite(place);
  const page = await (await fetch(`${reopened.address}/services/labonnealternance`)).text();
  expect(page).toContain('jeunes mis en relation avec une entreprise');
  await reopened.end('SIGTERM');

  const reminder = ['remind', '--to', 'marie@exemple.fr', '--today', '2026-12-01'];
  expect((await foulee(...reminder)).out).toContain('Envoyé.');
  expect((await foulee(...reminder)).out).toContain('Déjà envoyé');
  expect(mails.received).toHaveLength(1);
  const message = await mails.message(1);
  expect(message.subject?.replace(/\u00a0/g, ' ')).toBe(
    'La bonne alternance : la foulée de la semaine du 30 novembre 2026',
  );
  expect(message.text).toContain('C’est plus que le hasard');
  expect(bytesUnder(place.data)).not.toMatch(/jeune-\d|marie@/);
}, 600_000);

test('a reminder that cannot leave says so, and what to do; without a mail server it is shown, as often as asked', async () => {
  for (let times = 0; times < 2; times++) {
    const shown = await place.beside({ FOULEE_SMTP: '' }, 'remind', '--to', 'paul@exemple.fr');
    expect([shown.code, shown.out]).toEqual([
      0,
      expect.stringContaining('Dix minutes pour La bonne alternance'),
    ]);
  }
  for (const [args, says, code] of [
    [['--to', 'pas une adresse'], /n’est pas une adresse de courriel/, 2],
    [['--to', 'marie@exemple.fr', '--today', 'hier'], /--today/, 2],
    [[], /Il manque l'option/, 2],
  ] as const) {
    const refused = await foulee('remind', ...args);
    expect(refused.code).toBe(code);
    expect(refused.err).toMatch(says);
  }
}, 120_000);
