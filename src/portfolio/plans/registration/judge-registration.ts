import { registeredChanges, registeredPart } from '../../../plan/registered-part.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import type { Publication } from '../../../publish/bundle/bundle.ts';
import { firstLook, publishedLook } from './first-look.ts';
import { registrationHash } from './register-plan.ts';
import type { Registration } from './registrations.ts';

/** Whether a published figure was announced before its effects were looked at. Days are `YYYY-MM-DD`. */
export type RegistrationVerdict =
  /** Its method announces nothing that could be held to. */
  | { readonly kind: 'not-asked' }
  | {
      readonly kind: 'before-looking';
      readonly day: string;
      readonly version: number;
      readonly hash: string;
      /** The first effect counted happened later still: nobody could have looked. Null: it cannot be told. */
      readonly firstOutcome: string | null;
    }
  | {
      readonly kind: 'changed';
      /** What was announced before looking. */
      readonly day: string;
      readonly version: number;
      readonly hash: string;
      /** Keys of the plan that are no longer what was announced. */
      readonly keys: readonly string[];
      /** When the plan of this figure was registered; null: it was not, here. */
      readonly changedOn: string | null;
    }
  | { readonly kind: 'after-looking'; readonly day: string; readonly lookedOn: string; readonly hash: string }
  | { readonly kind: 'never' };

interface Question {
  readonly indicator: string;
  readonly publication: Publication;
  /** All those of the service, whatever their order. */
  readonly publications: readonly Publication[];
  readonly registrations: readonly Registration[];
}

/**
 * Holds a published figure to what was registered: the announcement computed again from the publication itself, against
 * those dated before any look at the effects. A measure made before a plan was saved counts as a look even when it was
 * published after.
 */
export function judgeRegistration(question: Question): RegistrationVerdict {
  const { publication, publications, registrations } = question;
  const { plan, measures, freshness } = publication.bundle;
  const indicator = plan.indicators.find(({ id }) => id === question.indicator);
  const part = indicator === undefined ? null : registeredPart(indicator, plan.sources);
  if (indicator === undefined || part === null) return { kind: 'not-asked' };
  const hash = registrationHash(part);
  const looked = firstLook(indicator, publications.map(publishedLook)) ?? freshness.measuredOn;
  const own = registrations.filter((one) => one.indicator === indicator.id);
  const before = own.filter((one) => one.lookedOn === null && dayOf(one) <= looked);
  const announced = before.find((one) => one.hash === hash);
  if (announced !== undefined) {
    const source = measures.find((one) => one.indicator === indicator.id)?.inputs;
    const first =
      source?.filter(({ kind }) => kind === 'outcomes').map(({ firstDay }) => firstDay)[0] ?? null;
    return {
      kind: 'before-looking',
      day: dayOf(announced),
      version: announced.version,
      hash,
      firstOutcome: first !== null && first > dayOf(announced) ? first : null,
    };
  }
  const same = own.find((one) => one.hash === hash && dayOf(one) <= freshness.measuredOn);
  const last = before.at(-1);
  if (last !== undefined) {
    return {
      kind: 'changed',
      day: dayOf(last),
      version: last.version,
      hash: last.hash,
      keys: registeredChanges(last.part, part),
      changedOn: same === undefined ? null : dayOf(same),
    };
  }
  if (same === undefined) return { kind: 'never' };
  return { kind: 'after-looking', day: dayOf(same), lookedOn: same.lookedOn ?? looked, hash };
}

const dayOf = ({ registeredAt }: Registration): string => parisDay(registeredAt);
