import type { Source } from '../../../plan/plan.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { Select } from '../../dsfr/select.tsx';
import { FileField } from '../../team/pages/file-field.tsx';
import { collectPath, depositPath, spacePath } from '../../team/paths.ts';

interface Props {
  readonly service: string;
  readonly name: string;
  readonly sources: readonly Source[];
  readonly token: string;
  /** Bytes of the largest file. */
  readonly largest: number;
  readonly mayDeposit: boolean;
}

export function DepositPage({ service, name, sources, token, largest, mayDeposit }: Props) {
  return (
    <>
      <p>
        <a href={spacePath(service)}>{name}</a>
      </p>
      <h1>Déposer des données</h1>
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
