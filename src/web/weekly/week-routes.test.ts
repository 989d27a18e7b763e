import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { databaseHistory } from '../../weekly/history/database-history.ts';
import { type Browser, type TestSite, testSite } from '../accounts/test-site.tsx';

const path = '/equipe/services/estime/foulee';

describe.each(testDatabases())('the ten minutes, on $name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let member: Browser;
  beforeAll(async () => {
    db = await open();
    site = testSite(db);
    const by = { actor: 'foulee', at: site.context.now() };
    await createService(db, { id: 'estime', name: 'Estime' }, by);
    member = await site.firstAdministrator('admin@exemple.fr');
  });
  afterAll(() => db.destroy());

  const write = async (fields: Record<string, string>) => {
    await member.open(path);
    const [, name = '', value = ''] = /type="hidden" name="([^"]*)" value="([^"]*)"/.exec(member.html) ?? [];
    return member.post(`${path}/notes`, { [name]: value, ...fields }, { origin: 'https://impact.test' });
  };

  test('what was learned, calls and one next step are kept; next week asks what became of it', async () => {
    await databaseHistory(db).save({
      service: 'estime',
      week: '2026-W48',
      at: site.context.now(),
      document: null,
      reading: {
        moved: [{ about: 'Embauches', kind: 'noise', sentence: 'C’est dans le bruit.' }],
        matured: [],
        broken: [{ about: 'usage', kind: 'late', sentence: 'Rien de nouveau depuis la dernière fois.' }],
        silent: {},
      },
      isSimulated: false,
    });
    expect((await member.open(path)).html).toContain('C’est dans le bruit.');
    await write({ nature: 'learned', texte: 'Les gens partent <b>à la page 2</b>.' });
    await write({ nature: 'learned', texte: 'Un collègue aussi a écrit.' });
    await write({
      nature: 'calls',
      texte: 'Une demandeuse d’emploi ne comprend pas le mot « cible ».',
      appels: '3',
    });
    await write({ nature: 'step', texte: 'Réécrire la page 2', qui: 'Le designer' });
    const page = (await member.open(path)).html;
    expect(page).toContain('Les gens partent &lt;b&gt;à la page 2');
    expect(page).toContain('Un collègue aussi a écrit.');
    expect(page).toMatch(/3.appels\. Une demandeuse/);
    expect(page).toContain('Réécrire la page 2 (Le designer)');
    expect(page).not.toContain('Choisir cette étape');
    const second = await write({ nature: 'step', texte: 'Une autre' });
    expect([second.status, second.html.includes('La semaine a déjà sa prochaine étape')]).toEqual([
      409,
      true,
    ]);

    site.wait(7 * 86_400_000);
    member = await site.signIn('admin@exemple.fr');
    const next = await member.open(path);
    expect(next.html).toContain('La dernière étape, choisie la semaine du 23');
    expect(next.html).toContain('1 foulée de suite'.replace(' ', '\u00a0'));
    const [action = ''] = /[^"]*\/foulee\/etapes\/\w+/.exec(next.html) ?? [];
    await member.send(action, { fin: 'done' });
    expect((await member.open(path)).html).toContain('Elle est faite.');
    const forged = await member.post(action, { fin: 'autre' }, { origin: 'https://impact.test' });
    expect(forged.status).toBe(403);
  });

  test('what reaches a person is refused, and nothing of it is kept', async () => {
    for (const texte of [
      'Voir marie.dupont@exemple.fr',
      'La rappeler au 06 12 34 56 78',
      'Le joindre : +33 (0)6.12.34.56.78',
      'N° 1 85 05 78 006 084',
    ]) {
      const answer = await write({ nature: 'calls', texte, appels: '1' });
      expect([answer.status, answer.html.includes('Personne ne doit être reconnaissable')]).toEqual([
        422,
        true,
      ]);
      expect(answer.html).not.toMatch(/06 12|marie|78 006/);
      // The rest of what was written is still in its field.
      expect(answer.html).toMatch(/<textarea[^>]*id="entendu"[^>]*>[^<]+ …\s*<\/textarea>/);
    }
    for (const appels of ['0', '-1', '1e2', '501', 'deux']) {
      expect((await write({ nature: 'calls', texte: 'Rien.', appels })).status).toBe(422);
    }
    expect((await write({ nature: 'learned', texte: '   ' })).status).toBe(422);
    const kept = JSON.stringify(await db.selectFrom('weekly_entry').select('text').execute());
    expect(kept).not.toMatch(/marie|06 12|78 006/);
  });

  test('ordinary numbers are not taken for people', async () => {
    const texte = 'En 2026, 12 345 678 visites, 30 000 000 € et 06/11 : rien de personnel, 0,5 % @ midi.';
    expect((await write({ nature: 'learned', texte })).status).toBe(303);
  });

  test('a sponsor reads and writes nothing; a stranger sees no such service', async () => {
    await member.open('/equipe/services/estime/membres');
    await member.send('/equipe/services/estime/membres', { email: 'sponsor@exemple.fr', role: 'sponsor' });
    const sponsor = await site.browser().open(site.lastLink());
    await sponsor.send('/connexion/confirmer');
    const page = await sponsor.open(path);
    expect([page.status, page.html.includes('<textarea')]).toEqual([200, false]);
    expect((await site.browser().open(path)).location).toContain('/connexion');
  });
});
