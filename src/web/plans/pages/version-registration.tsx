import type { Plan } from '../../../plan/plan.ts';
import { frenchDay } from '../../../platform/french/date.ts';
import { frenchList } from '../../../platform/french/number.ts';
import { quoted } from '../../../platform/french/typography.ts';
import type { Registration } from '../../../portfolio/plans/registration/registrations.ts';

interface Props {
  /** Of one version. */
  readonly registrations: readonly Registration[];
  readonly plan: Plan | null;
}

/** For ever: whether a version was dated before or after the effects it speaks of were looked at. */
export function VersionRegistration({ registrations, plan }: Props) {
  const nameOf = (indicator: string) =>
    quoted(plan?.indicators.find(({ id }) => id === indicator)?.name ?? indicator);
  const before = registrations.filter(({ lookedOn }) => lookedOn === null);
  const after = registrations.filter(({ lookedOn }) => lookedOn !== null);
  return (
    <>
      {before.length > 0 && (
        <p class="registration">
          <strong>Enregistrée avant d’avoir regardé les effets</strong>&nbsp;:{' '}
          {frenchList(before.map(({ indicator }) => nameOf(indicator)))}. La page publique le dira tant que ce
          qui compte comme effet, les délais, la comparaison et le seuil resteront ceux-là.
        </p>
      )}
      {after.map(({ indicator, lookedOn }) => (
        <p class="registration">
          Enregistrée après un premier regard sur les effets (chiffre du {frenchDay(lookedOn ?? '')})&nbsp;:{' '}
          {nameOf(indicator)}.
        </p>
      ))}
    </>
  );
}
