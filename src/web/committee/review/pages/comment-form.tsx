import { placeName, publicationPlaces } from '../../../../committee/review/publication-places.ts';
import type { ReviewSubject } from '../../../../committee/review/subjects.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { Select } from '../../../dsfr/select.tsx';
import { subjectPath } from '../paths.ts';

interface Props {
  readonly subject: ReviewSubject;
  /** Where, as the address says: a line, or `indicator.part`; empty: nowhere yet. */
  readonly place: string;
  readonly token: string;
}

/** One comment, at a place or on the whole. */
export function CommentForm({ subject, place, token }: Props) {
  return (
    <section class="review-part" aria-labelledby="commenter">
      <h2 id="commenter">Commenter</h2>
      <PostForm action={`${subjectPath(subject.service, subject)}/commentaires`} token={token}>
        {subject.kind === 'form' ? (
          <LineField place={place} />
        ) : (
          <PassageField subject={subject} place={place} />
        )}
        <div class="fr-input-group">
          <label class="fr-label" for="texte">
            Votre commentaire
            <span class="fr-hint-text">
              Ce que vous comprenez, ce qui vous arrête, ce que vous feriez. Il reste&nbsp;: sans nom ni
              coordonnées de personne.
            </span>
          </label>
          <textarea class="fr-input" id="texte" name="texte" rows={3} maxlength={2000} required />
        </div>
        <SubmitButton>Commenter</SubmitButton>
      </PostForm>
    </section>
  );
}

const LineField = ({ place }: { readonly place: string }) => (
  <div class="fr-input-group week-number">
    <label class="fr-label" for="endroit">
      À la ligne
      <span class="fr-hint-text">Vide&nbsp;: sur l’ensemble.</span>
    </label>
    <input
      class="fr-input"
      id="endroit"
      name="endroit"
      type="text"
      inputmode="numeric"
      pattern="[0-9]{1,6}"
      maxlength={6}
      {...(/^\d{1,6}$/.test(place) && { value: place })}
    />
  </div>
);

function PassageField({
  subject,
  place,
}: {
  readonly subject: Extract<ReviewSubject, { readonly kind: 'substance' }>;
  readonly place: string;
}) {
  const { bundle } = subject.publication;
  const nameOf = (id: string) => bundle.measures.find(({ indicator }) => indicator === id)?.name ?? id;
  return (
    <Select
      name="endroit"
      label="Sur quel passage"
      any="Sur l’ensemble"
      value={place}
      options={publicationPlaces(bundle).map((known) => ({
        value: placeName(known),
        text: `${known.label} (${nameOf(known.indicator)})`,
      }))}
    />
  );
}
