import type { Child } from 'hono/jsx';
import type { PlanVersion } from '../../../portfolio/plans/plan-version.ts';
import type { DifferencePart } from '../../../portfolio/plans/text-difference.ts';
import { PostForm } from '../../accounts/form-parts.tsx';
import { frenchInstant } from '../../accounts/french-instant.ts';
import { Alert } from '../../dsfr/alert.tsx';
import { spacePath } from '../../team/paths.ts';
import type { PlanCheck } from '../check/plan-check.ts';
import type { FormShown } from '../form/form-shown.ts';
import { editorScriptPath, planFilePath, planPath, versionsPath } from '../paths.ts';
import type { LastMeasure } from '../sentence/last-measure.ts';
import { CaseChoice } from './case-choice.tsx';
import { CheckSection } from './check-section.tsx';
import { Difference } from './difference.tsx';
import { FormEditor } from './form-editor.tsx';
import { TextEditor } from './text-editor.tsx';

export interface EditorProps {
  readonly service: { readonly id: string; readonly name: string };
  readonly latest: PlanVersion | null;
  readonly text: string;
  readonly check: PlanCheck;
  /** The figures last known of the service. */
  readonly last: LastMeasure | null;
  /** Null: by text. */
  readonly form: FormShown | null;
  readonly note: string;
  /** The case the text comes from, for a first plan; null: none. */
  readonly chosen: string | null;
  readonly mayEdit: boolean;
  readonly token: string;
  /** Something to say first. */
  readonly message: Child;
  /** What someone else saved meanwhile, against this text; null: nobody did. */
  readonly conflict: readonly DifferencePart[] | null;
}

export function EditorPage(props: EditorProps) {
  const { service, latest, text, check, last, chosen, form, mayEdit, token, message, conflict } = props;
  const path = planPath(service.id);
  return (
    <>
      <p>
        <a href={spacePath(service.id)}>{service.name}</a>
      </p>
      <h1>Le plan de mesure</h1>
      {message}
      <p>{stateOf(latest)}</p>
      <ul class="plan-links">
        {latest !== null && (
          <>
            <li>
              <a href={versionsPath(service.id)}>Les versions et leurs différences</a>
            </li>
            <li>
              <a href={planFilePath(service.id)}>Télécharger impact.yaml</a>
            </li>
          </>
        )}
        <li>
          <a href="/methodes/plan">Comment s’écrit un plan</a>
        </li>
        <li>
          <a href="/methodes/editeur">Versions, formulaire, enregistrement&nbsp;: le guide</a>
        </li>
      </ul>
      {latest === null && mayEdit && (
        <CaseChoice service={service.id} text={text} chosen={chosen} byForm={form !== null} />
      )}
      {conflict !== null && (
        <>
          <h2>Ce que l’autre version a, et que votre texte n’a pas</h2>
          <Difference
            id="conflit"
            caption="De la version enregistrée à votre texte"
            parts={conflict}
            none="Rien : les deux disent la même chose."
            numbered
          />
        </>
      )}
      <PostForm
        action={path}
        token={token}
        hidden={{ apres: String(latest?.version ?? 0), vue: form === null ? 'texte' : 'formulaire' }}
      >
        <div id="editeur" data-check={path}>
          {form === null ? (
            <TextEditor text={text} readOnly={!mayEdit} />
          ) : (
            <FormEditor form={form} text={text} problems={check.problems} readOnly={!mayEdit} path={path} />
          )}
          <Buttons {...props} />
        </div>
      </PostForm>
      <CheckSection check={check} sections={form?.sections ?? null} last={last} />
      {mayEdit && <UploadSection service={service.id} token={token} />}
      <script src={editorScriptPath} defer />
    </>
  );
}

function stateOf(latest: PlanVersion | null): string {
  if (latest === null)
    return 'Aucun plan n’est encore enregistré. Celui-ci est un point de départ, avec ce que ce site sait déjà du service.';
  return `Version ${latest.version}, enregistrée le ${frenchInstant(latest.savedAt)}.`;
}

function Buttons({ form, note, mayEdit }: EditorProps) {
  return (
    <>
      {mayEdit && (
        <div class="fr-input-group">
          <label class="fr-label" for="note">
            Pourquoi ce changement
            <span class="fr-hint-text">Facultatif, une phrase&nbsp;: elle reste avec la version.</span>
          </label>
          <input
            class="fr-input"
            id="note"
            name="note"
            type="text"
            maxlength={300}
            value={note}
            autocomplete="off"
          />
        </div>
      )}
      <div class="plan-buttons">
        {mayEdit && (
          <button class="fr-btn" type="submit" name="faire" value="enregistrer">
            Enregistrer cette version
          </button>
        )}
        <button class="fr-btn fr-btn--secondary" type="submit" name="faire" value="verifier">
          Vérifier
        </button>
        <button
          class="fr-btn fr-btn--secondary"
          type="submit"
          name="faire"
          value={form === null ? 'formulaire' : 'texte'}
        >
          {form === null ? 'Passer au formulaire' : 'Passer au texte'}
        </button>
      </div>
    </>
  );
}

function UploadSection({ service, token }: { readonly service: string; readonly token: string }) {
  return (
    <>
      <h2>Reprendre un fichier impact.yaml</h2>
      <p>
        Il remplace le texte de cette page et il est vérifié&nbsp;; rien n’est enregistré avant votre accord.
      </p>
      <PostForm action={`${planPath(service)}/fichier`} token={token} upload>
        <div class="fr-upload-group">
          <label class="fr-label" for="fichier">
            Le fichier
            <span class="fr-hint-text">YAML ou JSON, 1 Mo au plus.</span>
          </label>
          <input
            class="fr-upload"
            type="file"
            id="fichier"
            name="fichier"
            accept=".yaml,.yml,.json"
            required
          />
        </div>
        <button class="fr-btn fr-btn--secondary" type="submit">
          Lire ce fichier
        </button>
      </PostForm>
    </>
  );
}

/** Said once a version is saved. */
export const Saved = ({ version }: { readonly version: number }) => (
  <Alert kind="success" title={`La version ${version} est enregistrée`}>
    <p>Elle est datée et ne changera plus. La prochaine modification en fera une autre.</p>
  </Alert>
);
