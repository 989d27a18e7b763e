import { budgetNatures, budgetStates } from '../../../../committee/costs/budget-line.ts';
import type { BudgetRow, ReadBudget } from '../../../../committee/costs/read-budget-csv.ts';
import { shortDay } from '../../../../platform/french/date.ts';
import { centsAsEuros } from '../../../../platform/french/money.ts';
import { counted } from '../../../../platform/french/number.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { PostForm } from '../../../accounts/form-parts.tsx';
import { Alert } from '../../../dsfr/alert.tsx';
import { Table } from '../../../dsfr/table.tsx';
import { budgetFilePath, costsPath } from '../paths.ts';

interface Props {
  readonly service: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly read: ReadBudget;
  /** Lines that stand already, the same in everything. */
  readonly already: number;
  readonly token: string;
}

/** What a file says, line by line, and its text to mend in place: nothing is lost, nothing is recorded yet. */
export function BudgetPreviewPage({ service, text, read, already, token }: Props) {
  const rows = read.kind === 'rows' ? read.rows : [];
  const good = rows.filter((row) => row.read.kind === 'line');
  const wrong = rows.flatMap((row) => (row.read.kind === 'faults' ? [{ row, faults: row.read.faults }] : []));
  const ready = wrong.length === 0 && good.length > 0;
  return (
    <>
      <p>
        <a href={costsPath(service.id)}>Les coûts de {service.name}</a>
      </p>
      <h1>Relire le fichier de budget</h1>
      {read.kind === 'refused' && (
        <Alert kind="error" title="Ce fichier ne se lit pas comme un budget">
          <p>{typeset(read.sentence)} Rien n’est enregistré.</p>
        </Alert>
      )}
      {wrong.length > 0 && (
        <Alert kind="error" title={counted(wrong.length, 'ligne à corriger', 'lignes à corriger')}>
          <p>Rien n’est enregistré. Corrigez le texte plus bas, puis relisez-le&nbsp;: tout y est encore.</p>
          <ul>
            {wrong.map(({ row, faults }) => (
              <li>
                Ligne {row.number} (<code>{row.written.slice(0, 120)}</code>)&nbsp;:{' '}
                {faults.map(typeset).join(' ')}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {read.kind === 'rows' && rows.length === 0 && (
        <Alert kind="warning" title="Aucune ligne n’est de ce service">
          <p>
            La colonne du service doit contenir «&nbsp;{service.name}&nbsp;» ou «&nbsp;{service.id}&nbsp;».
          </p>
        </Alert>
      )}
      {read.kind === 'rows' && <Summary good={good} others={read.others} already={already} />}
      {good.length > 0 && (
        <Table
          id="lues"
          caption="Ce qui est compris"
          columns={['Ligne', 'Période', 'Montant', 'État', 'Nature', 'Activité', 'Référence']}
          rows={good.map(cellsOf)}
        />
      )}
      <PostForm action={budgetFilePath(service.id)} token={token} upload>
        <div class="fr-input-group">
          <label class="fr-label" for="texte">
            Le texte du fichier
            <span class="fr-hint-text">Corrigez-le ici si besoin&nbsp;: une ligne par ligne de budget.</span>
          </label>
          <textarea class="fr-input plan-text" id="texte" name="texte" rows={Math.min(20, rows.length + 4)}>
            {text}
          </textarea>
        </div>
        <div class="plan-buttons">
          {ready && (
            <button class="fr-btn" type="submit" name="faire" value="enregistrer">
              Enregistrer {counted(good.length - already, 'ligne', 'lignes')}
            </button>
          )}
          <button
            class={ready ? 'fr-btn fr-btn--secondary' : 'fr-btn'}
            type="submit"
            name="faire"
            value="relire"
          >
            Relire ce texte
          </button>
        </div>
      </PostForm>
      <p>
        <a class="fr-link" href={costsPath(service.id)}>
          Ne rien enregistrer
        </a>
      </p>
    </>
  );
}

interface SummaryProps {
  readonly good: readonly BudgetRow[];
  readonly others: number;
  readonly already: number;
}

function Summary({ good, others, already }: SummaryProps) {
  const total = good.reduce((sum, { read }) => sum + (read.kind === 'line' ? read.line.cents : 0), 0);
  return (
    <p>
      {counted(good.length, 'ligne comprise', 'lignes comprises')}, {centsAsEuros(total)} en tout.
      {already > 0 &&
        ` ${counted(already, 'est déjà enregistrée', 'sont déjà enregistrées')} à l’identique et ne sera pas comptée deux fois.`}
      {others > 0 &&
        ` ${counted(others, 'ligne d’un autre service est laissée', 'lignes d’autres services sont laissées')} de côté.`}
    </p>
  );
}

function cellsOf({ number, read }: BudgetRow): readonly string[] {
  if (read.kind === 'faults') return [String(number)];
  const { from, until, cents, state, nature, activity, reference } = read.line;
  return [
    String(number),
    `${shortDay(from)} au ${shortDay(until)}`,
    centsAsEuros(cents),
    budgetStates[state],
    budgetNatures[nature],
    activity ?? '—',
    reference ?? '—',
  ];
}
