import { writtenDay } from '../../../records/arrivals/arrival-day.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { Table } from '../../dsfr/table.tsx';
import { depositPath } from '../../team/paths.ts';
import { type AskedColumn, couldIdentify, guessMapping, usualIdentifier } from '../guess-mapping.ts';

interface Props {
  readonly service: string;
  readonly path: string;
  readonly file: string;
  readonly source: string;
  readonly asked: readonly AskedColumn[];
  readonly columns: readonly string[];
  /** The first of the file. */
  readonly rows: readonly { readonly line: number; readonly values: Readonly<Record<string, unknown>> }[];
  readonly token: string;
}

export function MappingPage({ service, path, file, source, asked, columns, rows, token }: Props) {
  const guess = guessMapping(asked, columns);
  const who = usualIdentifier(guess, columns);
  const identifiers = asked.filter(({ identifier }) => identifier).map(({ column }) => guess[column]);
  const known = Object.values(guess);
  // An identifier nobody recognised may be in any column left: there, only days are shown.
  const isDoubtful = (column: string) => identifiers.includes(undefined) && !known.includes(column);
  const shown = (column: string, value: unknown): string => {
    if (typeof value === 'object') return value === null ? '' : '{…}';
    const text = String(value ?? '');
    const isHidden =
      identifiers.includes(column) ||
      couldIdentify(text) ||
      (isDoubtful(column) && writtenDay(text) === null);
    return text !== '' && isHidden ? '••••' : text.slice(0, 60);
  };
  return (
    <>
      <h1>Quelle colonne est quoi ?</h1>
      <p>
        Fichier «&nbsp;{file}&nbsp;», pour la source «&nbsp;{source}&nbsp;». Rien n’est encore pris. Ce qui
        peut désigner une personne est masqué.
      </p>
      <Table
        id="apercu"
        caption="Les premières lignes du fichier"
        columns={['Ligne', ...columns]}
        rows={rows.map(({ line, values }) => [
          line,
          ...columns.map((column) => shown(column, values[column])),
        ])}
        empty="Le fichier n’a aucune ligne lisible sous les noms de colonnes."
      />
      <PostForm action={path} token={token}>
        {asked.map(({ column, role, required, identifier }) => (
          <div class="fr-select-group">
            <label class="fr-label" for={`colonne-${column}`}>
              {role}&nbsp;: {column}
              <span class="fr-hint-text">
                {identifier ? 'Remplacé par un pseudonyme. ' : ''}
                {required ? 'Obligatoire.' : 'Facultatif.'}
              </span>
            </label>
            <select class="fr-select" id={`colonne-${column}`} name={`colonne-${column}`} required={required}>
              <option value="">{required ? 'Choisir une colonne' : 'Aucune colonne'}</option>
              {columns.map((name) => (
                <option value={name} selected={(guess[column] ?? (role === 'Qui' ? who : null)) === name}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        ))}
        <SubmitButton>Déposer ces données</SubmitButton>
      </PostForm>
      <p>
        <a href={depositPath(service)}>Choisir un autre fichier</a>
      </p>
    </>
  );
}
