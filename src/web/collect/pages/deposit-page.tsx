import type { Source } from '../../../plan/plan.ts';
import type { AccountRefusal } from '../../../platform/accounts/refusals.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { Alert } from '../../dsfr/alert.tsx';
import { Select } from '../../dsfr/select.tsx';
import { FileField } from '../../team/pages/file-field.tsx';
import { collectPath, depositPath, spacePath } from '../../team/paths.ts';

interface Props {
  readonly service: string;
  readonly name: string;
  readonly sources: readonly Source[];
  /** The source chosen just before; null: none yet. */
  readonly chosen: string | null;
  /** Why the file just chosen is not taken; null: none was. */
  readonly refused: AccountRefusal | null;
  readonly token: string;
  /** Bytes of the largest file. */
  readonly largest: number;
  readonly mayDeposit: boolean;
}

export function DepositPage(props: Props) {
  const { service, name, sources, chosen, refused, token, largest, mayDeposit } = props;
  return (
    <>
      <p>
        <a href={spacePath(service)}>{name}</a>
      </p>
      <h1>Déposer des données</h1>
      {refused !== null && (
        <Alert kind="error" title={refused.title}>
          <p>{typeset(`${refused.message} ${refused.advice}`)}</p>
        </Alert>
      )}
      {sources.length === 0 ? (
        <p>
          Aucune source du plan ne se reçoit par le réseau. <a href={collectPath(service)}>La collecte</a> dit
          comment en déclarer une.
        </p>
      ) : !mayDeposit ? (
        <p>Votre rôle permet de lire, pas de déposer. Demandez à un membre de l’équipe.</p>
      ) : (
        <>
          <p>
            Vous verrez les premières lignes, puis direz quelle colonne est quoi. Le fichier n’est jamais
            enregistré&nbsp;: Foulée ne garde que les champs du plan, avec un pseudonyme à la place de chaque
            identifiant. Une ligne déposée deux fois ne compte qu’une fois.
          </p>
          <PostForm action={depositPath(service)} token={token} upload>
            <Select
              name="source"
              label="Ce que contient le fichier"
              value={chosen}
              options={sources.map((source) => ({ value: source.name, text: source.name }))}
            />
            <FileField
              name="fichier"
              label="Le fichier"
              hint={`CSV ou JSON avec un objet par ligne, en .gz ou non. ${Math.round(largest / 1e6)} Mo au plus.`}
              accept=".csv,.txt,.json,.jsonl,.ndjson,.gz"
            />
            <SubmitButton>Voir les premières lignes</SubmitButton>
          </PostForm>
        </>
      )}
    </>
  );
}
