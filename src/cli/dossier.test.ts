import { expect, test } from 'vitest';
import { dossierOn } from './run-dossier.ts';

test('a day that is none, a day to come: said before anything is opened or written', async () => {
  await expect(dossierOn('boite', 'hier')).rejects.toThrow(/--day : « hier » n'est pas un jour/);
  await expect(dossierOn('boite', '2999-01-01')).rejects.toThrow(/n’est pas encore venu/);
});
