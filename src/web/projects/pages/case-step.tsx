import { type Case, caseDelays, caseMethods } from '../../../portfolio/cases/case.ts';
import { casePath } from '../../view/addresses.ts';

interface Props {
  /** Nearest first. */
  readonly cases: readonly Case[];
  readonly chosen: string;
  readonly problem: string | undefined;
}

const near = 6;

/** The nearest case: the few that look most alike, then all the others. */
export function CaseFields({ cases, chosen, problem }: Props) {
  const [first, others] = [cases.slice(0, near), cases.slice(near)];
  return (
    <>
      <p>
        Votre plan partira du sien. Ce qui compte n’est pas le sujet, mais la façon dont l’effet se
        voit&nbsp;: dans un registre, au téléphone, sur le terrain, tout de suite ou dans deux ans.
      </p>
      {problem !== undefined && <p class="fr-error-text">{problem}</p>}
      <fieldset class="fr-fieldset">
        <legend class="fr-fieldset__legend">Les plus proches de ce que vous avez écrit</legend>
        {first.map((example) => (
          <Choice example={example} chosen={chosen} />
        ))}
        <details class="filter-more" open={others.some(({ id }) => id === chosen)}>
          <summary>Les {others.length} autres cas</summary>
          {others.map((example) => (
            <Choice example={example} chosen={chosen} />
          ))}
        </details>
      </fieldset>
    </>
  );
}

function Choice({ example, chosen }: { readonly example: Case; readonly chosen: string }) {
  const { id, name, effect, method, delay } = example;
  return (
    <div class="fr-fieldset__element project-choice">
      <div class="fr-radio-group">
        <input type="radio" id={`cas-${id}`} name="example" value={id} checked={chosen === id} />
        <label class="fr-label" for={`cas-${id}`}>
          {name}
          <span class="fr-hint-text">
            {effect.statement} {capitalised(caseMethods[method])}, effet visible&nbsp;: {caseDelays[delay]}.
          </span>
        </label>
      </div>
      <a href={casePath(id)}>
        Lire ce cas<span class="fr-sr-only">&nbsp;: {name}</span>
      </a>
    </div>
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
