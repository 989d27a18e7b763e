import { type BudgetLine, budgetNatures, budgetStates } from '../../../../committee/costs/budget-line.ts';
import { doubleCounts } from '../../../../committee/costs/double-counts.ts';
import { frenchDay, shortDay } from '../../../../platform/french/date.ts';
import { centsAsEuros } from '../../../../platform/french/money.ts';
import { tied } from '../../../../platform/french/number.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { Alert } from '../../../dsfr/alert.tsx';
import { Fold } from '../../../dsfr/fold.tsx';
import { Table } from '../../../dsfr/table.tsx';
import { budgetCsvPath } from '../../../view/addresses.ts';
import { costsPath } from '../paths.ts';

interface Props {
  readonly service: string;
  /** All that was ever written, the last first. */
  readonly history: readonly BudgetLine[];
  readonly token: string;
  readonly mayEdit: boolean;
}

/** The lines that count, each of which can be withdrawn, then those that were. */
export function BudgetLines({ service, history, token, mayEdit }: Props) {
  const standing = history
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
  const doubts = doubleCounts(standing);
  const withdrawn = history.filter(({ withdrawnAt }) => withdrawnAt !== null);
  return (
    <section class="costs" aria-labelledby="budgets">
      <h2 id="budgets">Les budgets enregistrés</h2>
      <p>
        Ils sont publics, sans le nom de qui les a écrits&nbsp;:{' '}
        <a href={budgetCsvPath(service)}>les télécharger au format CSV</a>. Chaque montant est réparti
        également sur ses jours&nbsp;; ce qui est dépensé remplace ce qui était prévu pour la même nature et
        les mêmes jours.
      </p>
      {doubts.length > 0 && (
        <Alert kind="warning" title={typeset('À vérifier : compté deux fois ?')}>
          <ul>
            {doubts.slice(0, mostDoubts).map((sentence) => (
              <li>{sentence}</li>
            ))}
            {doubts.length > mostDoubts && <li>… et {doubts.length - mostDoubts} autres.</li>}
          </ul>
        </Alert>
      )}
      <Table
        id="lignes"
        caption="Lignes qui comptent"
        columns={[...columns, ...(mayEdit ? ['Retirer'] : [])]}
        rows={standing.map((line) => [
          ...cellsOf(line),
          ...(mayEdit
            ? [
                <PostForm action={`${costsPath(service)}/lignes/${line.id}/retirer`} token={token}>
                  <SubmitButton secondary about={`la ligne du ${periodOf(line)}`}>
                    Retirer
                  </SubmitButton>
                </PostForm>,
              ]
            : []),
        ])}
        empty="Aucun budget n’est enregistré."
      />
      {withdrawn.length > 0 && (
        <Fold title={`Lignes retirées (${withdrawn.length})`}>
          <Table
            id="lignes-retirees"
            caption="Elles ne comptent plus, et restent lisibles"
            columns={[...columns, 'Retirée le']}
            rows={withdrawn.map((line) => [
              ...cellsOf(line),
              frenchDay(line.withdrawnAt?.slice(0, 10) ?? ''),
            ])}
          />
        </Fold>
      )}
    </section>
  );
}

const mostDoubts = 3;

const columns = ['Période', 'Montant', 'État', 'Nature', 'Référence', 'Écrite le'];

const periodOf = ({ from, until }: Pick<BudgetLine, 'from' | 'until'>): string =>
  from === until ? shortDay(from) : `${shortDay(from)} au${tied}${shortDay(until)}`;

const cellsOf = (line: BudgetLine): readonly string[] => [
  periodOf(line),
  centsAsEuros(line.cents),
  budgetStates[line.state],
  `${budgetNatures[line.nature]}${line.activity === null ? '' : ` (${line.activity})`}`,
  line.reference ?? '—',
  `${shortDay(line.recordedAt.slice(0, 10))} (${line.source})`,
];
