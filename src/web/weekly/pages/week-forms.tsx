import type { EntryKind } from '../../../platform/database/tables/weekly.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { weekPath } from '../paths.ts';

/** What was just written and not kept, to be mended. */
export interface Unkept {
  readonly kind: EntryKind;
  readonly text: string;
  readonly calls: string;
  readonly who: string;
}

interface Props {
  readonly service: { readonly id: string };
  readonly token: string;
  readonly unkept: Unkept | null;
}

const ofKind = (unkept: Unkept | null, kind: EntryKind): Partial<Unkept> =>
  unkept?.kind === kind ? unkept : {};

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly rows?: number;
  readonly text: string | undefined;
}

function TextArea({ id, label, hint, rows = 4, text = '' }: TextProps) {
  return (
    <div class="fr-input-group">
      <label class="fr-label" for={id}>
        {label}
        <span class="fr-hint-text">{hint}</span>
      </label>
      <textarea class="fr-input" id={id} name="texte" rows={rows} maxlength={2000} required>
        {text}
      </textarea>
    </div>
  );
}

export function LearnedForm({ service, token, unkept, isFirst }: Props & { readonly isFirst: boolean }) {
  return (
    <PostForm action={`${weekPath(service.id)}/notes`} token={token} hidden={{ nature: 'learned' }}>
      <TextArea
        id="appris"
        label={isFirst ? 'Ce que ces chiffres nous apprennent' : 'Autre chose ?'}
        hint="Une phrase suffit. « Rien de nouveau » est une réponse."
        text={ofKind(unkept, 'learned').text}
      />
      <SubmitButton>Noter</SubmitButton>
    </PostForm>
  );
}

export function CallsForm({ service, token, unkept }: Props) {
  const { text, calls = '' } = ofKind(unkept, 'calls');
  return (
    <PostForm action={`${weekPath(service.id)}/notes`} token={token} hidden={{ nature: 'calls' }}>
      <div class="fr-input-group week-number">
        <label class="fr-label" for="appels">
          Combien d’appels
        </label>
        <input
          class="fr-input"
          id="appels"
          name="appels"
          type="text"
          inputmode="numeric"
          pattern="[0-9]{1,3}"
          maxlength={3}
          value={calls}
          required
        />
      </div>
      <TextArea
        id="entendu"
        label="Ce que nous avons entendu"
        hint="Sans nom, sans adresse, sans numéro : personne ne doit être reconnaissable. Ces textes sont lus par toute l’équipe."
        text={text}
      />
      <SubmitButton>Noter ces appels</SubmitButton>
    </PostForm>
  );
}

export function StepForm({ service, token, unkept }: Props) {
  const { text, who = '' } = ofKind(unkept, 'step');
  return (
    <PostForm action={`${weekPath(service.id)}/notes`} token={token} hidden={{ nature: 'step' }}>
      <TextArea
        id="etape"
        label="Une seule étape, d’ici la semaine prochaine"
        hint="Assez petite pour être faite. Par exemple : « Appeler trois personnes qui ont abandonné à la deuxième page. »"
        rows={2}
        text={text}
      />
      <div class="fr-input-group">
        <label class="fr-label" for="qui">
          Qui s’en charge (facultatif)
          <span class="fr-hint-text">Un rôle ou un prénom.</span>
        </label>
        <input
          class="fr-input"
          id="qui"
          name="qui"
          type="text"
          maxlength={100}
          autocomplete="off"
          value={who}
        />
      </div>
      <SubmitButton>Choisir cette étape</SubmitButton>
    </PostForm>
  );
}
