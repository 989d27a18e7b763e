import { counted, frenchList } from '../../../platform/french/number.ts';
import type { DeliveryReceipt } from '../../../records/arrivals/deliver.ts';
import { Alert } from '../../dsfr/alert.tsx';
import { depositPath, spacePath } from '../../team/paths.ts';

interface Props {
  readonly service: string;
  readonly file: string;
  readonly source: string;
  readonly receipt: DeliveryReceipt;
}

export function DepositResultPage({ service, file, source, receipt }: Props) {
  const { received, known, refused, reasons } = receipt;
  const taken = counted(received, 'ligne prise', 'lignes prises');
  return (
    <>
      <h1>Données déposées</h1>
      <Alert
        kind={received + known === 0 ? 'error' : refused > 0 ? 'warning' : 'success'}
        title={`${taken}.`}
      >
        <p>
          {known > 0 &&
            `${counted(known, 'ligne était déjà là et ne compte', 'lignes étaient déjà là et ne comptent')} qu’une fois. `}
          {refused > 0 &&
            `${counted(refused, 'ligne n’a pas pu être prise', 'lignes n’ont pas pu être prises')} : les raisons sont dessous. `}
          Fichier «&nbsp;{file}&nbsp;», source «&nbsp;{source}&nbsp;». La prochaine mesure en tiendra compte.
        </p>
      </Alert>
      {reasons.length > 0 && (
        <>
          <h2>Lignes à corriger</h2>
          <p>
            Corrigez-les dans le fichier, puis déposez-le de nouveau&nbsp;: les lignes déjà prises seront
            reconnues et ne compteront pas deux fois.
          </p>
          <ul>
            {reasons.map(({ field, what, expected, rows, lines }) => (
              <li>
                <strong>{field === null ? 'La ligne entière' : `Colonne « ${field} »`}</strong>&nbsp;: {what}.
                Attendu&nbsp;: {expected}. {counted(rows, 'ligne', 'lignes')}, par exemple{' '}
                {lines.length > 1 ? 'les lignes' : 'la ligne'} {frenchList(lines.map(String))} du fichier.
              </li>
            ))}
          </ul>
        </>
      )}
      <ul>
        <li>
          <a href={depositPath(service)}>Déposer un autre fichier</a>
        </li>
        <li>
          <a href={spacePath(service)}>Revenir au service</a>
        </li>
      </ul>
    </>
  );
}
