import { today } from '../platform/clock.ts';
import { typeset } from '../platform/french/typography.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Publication } from '../publish/bundle/bundle.ts';
import {
  type CorrectionAsked,
  correctPublication,
  entryToCorrect,
  reasonIn,
} from '../publish/correct-publication.ts';
import type { Ledger } from '../publish/ledger/ledger.ts';
import { publishMeasure } from '../publish/publish-measure.ts';
import { commandLineAuthor, withLedger } from './ledger-place.ts';
import { loadPlan } from './plan-file.ts';
import { measureFromPlan } from './run-measure.ts';

type Asked = Omit<CorrectionAsked, 'kind'>;

/**
 * Adds a correction; with a plan, first publishes what it was of, measured again, under the same rule. When that is
 * refused, nothing is said of the publication either.
 */
export async function correctFromPlan(
  asked: Asked,
  path: string | undefined,
  folder: string | undefined,
): Promise<string> {
  reasonIn(asked.reason);
  return withLedger(folder, async (ledger) => {
    const { publication } = await entryToCorrect(ledger, asked.service, asked.number);
    const published = path === undefined ? null : await publishInstead(ledger, publication, path);
    const number = await correctPublication(
      ledger,
      { ...asked, number: publication.bundle.number, kind: 'correction' },
      commandLineAuthor(),
    );
    return told(
      `Correction ajoutée à la publication ${number} : sa raison se lit désormais à côté du chiffre, qui ne change pas.`,
      ...(published === null
        ? [
            'Pour publier aussi le chiffre juste, ajoutez le plan : « foulee correct <service> --reason … impact.yaml ».',
          ]
        : [
            `Publication ${published.bundle.number}, empreinte ${published.sha256} :`,
            ...published.bundle.measures.map(({ headline }) => `  ${headline.sentence}`),
          ]),
    );
  });
}

export async function withdraw(asked: Asked, folder: string | undefined): Promise<string> {
  const number = await withLedger(folder, (ledger) =>
    correctPublication(ledger, { ...asked, kind: 'withdrawal' }, commandLineAuthor()),
  );
  return told(
    `Publication ${number} retirée : elle n’est plus montrée. Sa place, sa date, son empreinte et la raison restent publiques.`,
    'Ce qu’elle disait a été public : les publications suivantes en tiennent toujours compte pour le secret.',
  );
}

async function publishInstead(ledger: Ledger, { bundle }: Publication, path: string): Promise<Publication> {
  const { plan } = loadPlan(path);
  const only = bundle.measures.map(({ indicator }) => indicator);
  const measured = await measureFromPlan(path, { refresh: true, keepCounts: true, only });
  const document = { ...measured, service: { ...measured.service, id: bundle.service.id } };
  const { rule } = bundle.disclosure;
  try {
    return await publishMeasure({ ledger, today: today() }, { document, plan, rule }, commandLineAuthor());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.kind,
      error.message,
      'Rien n’a été publié ni corrigé. Pour dire que le chiffre est faux sans le remplacer, relancez sans le plan ; pour ne plus le montrer, « foulee withdraw ».',
    );
  }
}

const told = (...lines: readonly string[]): string => `${typeset(lines.join('\n'))}\n`;
