import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { Publication } from '../../../publish/bundle/bundle.ts';
import { mainMeasure } from '../../../publish/bundle/main-measure.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { correctionPath, spacePath } from '../paths.ts';
import { ReasonField } from './reason-field.tsx';

interface Props {
  readonly service: { readonly id: string; readonly name: string };
  readonly publication: Publication;
  readonly token: string;
  readonly mayCorrect: boolean;
  readonly mayWithdraw: boolean;
  /** The reason as it was written, and what is wrong with it. */
  readonly written: string;
  readonly error: string | null;
}

export function CorrectionPage(props: Props) {
  const { service, publication, token, mayCorrect, mayWithdraw, written, error } = props;
  const { number, publishedOn, measures } = publication.bundle;
  return (
    <>
      <h1>Corriger ou retirer la publication n°&nbsp;{number}</h1>
      <p>
        {service.name}, le {frenchDay(publishedOn)}&nbsp;: «&nbsp;
        {typeset(mainMeasure(measures)?.headline.sentence ?? '')}&nbsp;»
      </p>
      <p>
        Une publication ne change jamais. Ce que vous écrivez s’ajoute à côté, et paraît au registre des
        corrections.
      </p>
      <PostForm action={correctionPath(service.id, number)} token={token}>
        <ReasonField value={written} error={error} />
        <fieldset class="fr-fieldset">
          <legend class="fr-fieldset__legend">Ce qu’il faut faire</legend>
          {mayCorrect && (
            <Choice
              value="correction"
              label="Corriger"
              hint="Le chiffre reste lisible, avec votre raison à côté. Publiez ensuite le chiffre juste."
              checked
            />
          )}
          {mayWithdraw && (
            <Choice
              value="withdrawal"
              label="Retirer"
              hint="Le chiffre n’est plus montré, pour toujours. Sa place, sa date et votre raison restent publiques."
              checked={!mayCorrect}
            />
          )}
        </fieldset>
        <SubmitButton>Enregistrer</SubmitButton>
      </PostForm>
      <p>
        <a class="fr-link" href={spacePath(service.id)}>
          Ne rien changer
        </a>
      </p>
    </>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
}

function Choice({ value, label, hint, checked }: ChoiceProps) {
  return (
    <div class="fr-fieldset__element">
      <div class="fr-radio-group">
        <input type="radio" id={`choix-${value}`} name="nature" value={value} checked={checked} />
        <label class="fr-label" for={`choix-${value}`}>
          {label}
          <span class="fr-hint-text">{hint}</span>
        </label>
      </div>
    </div>
  );
}
