import type { ServiceCosts } from '../../../../committee/costs/costs-over.ts';
import { yearSentence } from '../../../../committee/costs/year-sentence.ts';
import type { CommitteeEvidence } from '../../../../committee/evidence/evidence.ts';
import { saidLevel } from '../../../../committee/suggestion/said.ts';
import type { JudgedEffect } from '../../../../committee/terms/judged-effect.ts';
import { type SponsorTerms, standingTerms } from '../../../../committee/terms/sponsor-terms.ts';
import type { AccountRefusal } from '../../../../platform/accounts/refusals.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { euros } from '../../../../platform/french/money.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { PostForm, SubmitButton, TextField } from '../../../accounts/form-parts.tsx';
import { planPath } from '../../../plans/paths.ts';
import { spacePath } from '../../../team/paths.ts';
import { costsPath } from '../../costs/paths.ts';
import { RefusedForm } from '../../refused-form.tsx';
import { TextArea } from '../../sessions/pages/fields.tsx';
import { committeesPath } from '../../sessions/paths.ts';
import type { CommitteePlace } from '../../sessions/session-place.ts';
import { termsPath } from '../paths.ts';
import { typedThreshold, typedValue } from '../terms-form.ts';

export interface TermsPageProps {
  readonly place: CommitteePlace;
  /** Null: nothing a threshold could be read on. */
  readonly effect: JudgedEffect | null;
  /** The last word first. */
  readonly said: readonly SponsorTerms[];
  readonly year: ServiceCosts;
  readonly suggestion: CommitteeEvidence['suggestion'];
  readonly token: string;
  /** What was sent and refused, by field. */
  readonly typed: ReadonlyMap<string, string> | null;
  readonly error: AccountRefusal | null;
}

export function TermsPage(props: TermsPageProps) {
  const { place, effect, error, year, suggestion } = props;
  const { id, name } = place.service;
  return (
    <>
      <p>
        <a href={spacePath(id)}>{name}</a>
      </p>
      <h1>Ce qui compte pour le sponsor</h1>
      <p class="mission">
        Le plus petit effet qui vaille la peine, ce que vaut un effet de plus, ce que coûte le service. Avec
        eux, les données peuvent suggérer d’accélérer, de ralentir ou d’arrêter ; sans eux, elles se taisent.
      </p>
      <RefusedForm error={error} />
      <section class="week-section" aria-labelledby="aujourdhui">
        <h2 id="aujourdhui">Aujourd’hui</h2>
        {effect !== null && <InForce {...props} effect={effect} />}
        <p>
          <strong>Ce que coûte le service.</strong> {typeset(yearSentence(year))}{' '}
          <a href={costsPath(id)}>Les budgets</a>
        </p>
        <p>
          <strong>Ce que suggèrent alors les données&nbsp;: {typeset(suggestion.words)}.</strong>{' '}
          {typeset(suggestion.reasons[0] ?? '')} <a href={committeesPath(id)}>Les comités</a>
        </p>
      </section>
      {effect === null ? (
        <p>
          Ce service ne suit pas encore un effet sur des personnes ou des territoires&nbsp;: un seuil ne
          pourrait être lu sur rien. Il faut d’abord que l’équipe l’écrive dans{' '}
          <a href={planPath(id)}>son plan</a>.
        </p>
      ) : (
        place.mayDecide && <TermsForm {...props} effect={effect} />
      )}
      <Before {...props} />
    </>
  );
}

interface WithEffect extends TermsPageProps {
  readonly effect: JudgedEffect;
}

function InForce({ effect, said }: WithEffect) {
  const set = standingTerms(said, effect);
  const { planned } = effect;
  const from = (own: number | null, day: string) =>
    own === null ? 'écrit dans le plan' : `fixé par le sponsor le ${frenchDay(day)}`;
  const threshold = set?.threshold ?? planned.threshold;
  const value = set?.valuePerOutcome ?? planned.valuePerOutcome;
  const day = set?.day ?? '';
  return (
    <>
      <p>
        <strong>Le plus petit effet qui compte, sur «&nbsp;{effect.name}&nbsp;».</strong>{' '}
        {threshold === null
          ? 'Personne ne l’a dit.'
          : typeset(`${saidLevel(threshold, effect)}, ${from(set?.threshold ?? null, day)}.`)}
      </p>
      <p>
        <strong>Ce que vaut un effet de plus.</strong>{' '}
        {value === null
          ? 'Personne ne l’a dit.'
          : typeset(`${euros(value)}, ${from(set?.valuePerOutcome ?? null, day)}.`)}
      </p>
    </>
  );
}

function TermsForm({ place, effect, said, token, typed }: WithEffect) {
  const set = standingTerms(said, effect);
  const kept = {
    seuil: typedThreshold(set?.threshold ?? null, effect.unit),
    valeur: typedValue(set?.valuePerOutcome ?? null),
    raison: '',
  };
  const value = (field: keyof typeof kept) => typed?.get(field) ?? kept[field];
  const unit = effect.unit === 'share' ? 'En points : 1,5 pour « 1,5 de plus sur 100 ».' : inLabel(effect);
  return (
    <section class="week-section" aria-labelledby="fixer">
      <h2 id="fixer">Fixer ces repères</h2>
      <p>
        {effect.measuredOn === null
          ? 'Aucun chiffre n’est encore publié : c’est le bon moment. Un repère fixé avant de regarder convainc.'
          : typeset(
              `Le chiffre du ${frenchDay(effect.measuredOn)} est déjà connu : le dossier dira que le repère a été choisi après.`,
            )}{' '}
        Laissé vide, un champ garde ce que dit le plan.
      </p>
      <PostForm action={termsPath(place.service.id)} token={token}>
        <TextField
          name="seuil"
          label="Le plus petit effet qui compte"
          hint={typeset(unit)}
          value={value('seuil')}
          optional
        />
        <TextField
          name="valeur"
          label="Ce que vaut un effet de plus, en euros"
          hint={typeset(
            'Ce que la collectivité gagne, ou accepterait de payer, pour un effet de plus. Par exemple 8 000.',
          )}
          value={value('valeur')}
          optional
        />
        <TextArea
          name="raison"
          label="D’où viennent ces repères"
          hint="En une phrase, pour qui relira dans six mois."
          value={value('raison')}
          rows={2}
        />
        <SubmitButton>Enregistrer</SubmitButton>
      </PostForm>
    </section>
  );
}

const inLabel = ({ label }: JudgedEffect): string =>
  label === null ? 'Dans l’unité du chiffre publié.' : `En « ${label} ».`;

/** Everything that was said, kept for good. */
function Before({ said, effect }: TermsPageProps) {
  if (said.length === 0) return null;
  return (
    <section class="week-section" aria-labelledby="avant">
      <h2 id="avant">Ce qui a été fixé, du plus récent au plus ancien</h2>
      <ul class="week-lines">
        {said.map(({ day, threshold, valuePerOutcome, reason, unit, indicator }) => (
          <li>
            <strong>{frenchDay(day)}</strong>&nbsp;:{' '}
            {typeset(
              [
                threshold === null
                  ? 'seuil du plan'
                  : `seuil ${saidLevel(threshold, effect?.unit === unit ? effect : { unit, label: null })}`,
                valuePerOutcome === null ? 'valeur du plan' : `valeur ${euros(valuePerOutcome)}`,
              ].join(', '),
            )}
            {indicator !== effect?.indicator && ', pour un autre indicateur'}. {typeset(reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}
