import { valueAt } from '../../../plan/problem.ts';
import { caseDelays, caseMethods } from '../../../portfolio/cases/case.ts';
import type { EffectAnswer } from '../../../portfolio/projects/answers.ts';
import { nearestCases } from '../../../portfolio/projects/nearest-cases.ts';
import { editableData } from '../form/plan-form.ts';
import { planPath } from '../paths.ts';

interface Props {
  readonly service: string;
  /** The plan as it is before the choice: what it says of the effect tells which cases are near. */
  readonly text: string;
  /** The case the text comes from; null: none. */
  readonly chosen: string | null;
  readonly byForm: boolean;
}

const near = 6;

/** A first plan may start from that of a real case: the nearest first, for what is known of the service. */
export function CaseChoice({ service, text, chosen, byForm }: Props) {
  const cases = nearestCases(effectOf(text));
  const option = ({ id, name, method, delay }: (typeof cases)[number]) => (
    <option value={id} selected={id === chosen}>
      {`${name} : ${caseMethods[method]}, effet visible : ${caseDelays[delay]}`}
    </option>
  );
  return (
    <form class="plan-case" method="get" action={`${planPath(service)}#editeur`}>
      {byForm && <input type="hidden" name="vue" value="formulaire" />}
      <div class="fr-select-group">
        <label class="fr-label" for="cas">
          Partir du plan d’un cas réel
          <span class="fr-hint-text">
            Ses sources et ses indicateurs remplaceront le texte de cette page.{' '}
            <a href="/cas">Lire les cas</a>
          </span>
        </label>
        <select class="fr-select" id="cas" name="cas">
          <option value="">Aucun : un suivi à compléter</option>
          <optgroup label="Les plus proches">{cases.slice(0, near).map(option)}</optgroup>
          <optgroup label="Les autres">{cases.slice(near).map(option)}</optgroup>
        </select>
      </div>
      <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit">
        Partir de ce plan
      </button>
    </form>
  );
}

/** What a text says of the effect looked for, to find cases alike. */
function effectOf(text: string): EffectAnswer {
  const data = editableData(text);
  const said = (...path: readonly string[]) => String(valueAt(data, path) ?? '');
  const domain = said('effect', 'domain');
  return {
    organisation: '',
    mission: said('service', 'mission'),
    statement: said('effect', 'statement'),
    beneficiaries: said('effect', 'beneficiaries'),
    domain: domain === 'environmental' || domain === 'economic' ? domain : 'social',
  };
}
