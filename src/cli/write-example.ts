import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../platform/refusal.ts';
import type { Case } from '../portfolio/cases/case.ts';
import { workedCases, workedExample } from '../portfolio/cases/examples/worked-example.ts';

/** Writes the plan and the simulated files of a worked case in a new or empty folder; says what to do with them. */
export function writeExample({ id, name }: Case, folder: string): string {
  const worked = workedExample(id);
  if (worked === null) {
    throw new Refusal(
      'usage',
      `${name} n’est pas un cas travaillé jusqu’au chiffre.`,
      `Les cas travaillés : ${workedCases.join(', ')}. Pour celui-ci, « foulee cases plan ${id} » donne un plan de départ.`,
    );
  }
  const files = { 'impact.yaml': worked.plan, ...worked.files() };
  prepare(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return `${name}, sur des données simulées : ${Object.keys(files).join(', ')} dans ${folder}.
À faire ensuite : foulee measure ${join(folder, 'impact.yaml')}
Le raisonnement, pas à pas : docs/methodes/${worked.guide}.md
`;
}

function prepare(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length === 0) return;
  } catch {
    throw new Refusal(
      'usage',
      `Le dossier ${folder} ne peut pas être créé.`,
      'Donnez un dossier où vous avez le droit d’écrire.',
    );
  }
  throw new Refusal(
    'usage',
    `Le dossier ${folder} n’est pas vide : rien n’y est écrit.`,
    'Donnez un dossier nouveau ou vide.',
  );
}
