import { type DocumentPath, pathText } from '../../../plan/problem.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { Fold } from '../../dsfr/fold.tsx';
import type { FormGroup, FormSection } from '../form/plan-form.ts';
import { FormField } from './form-field.tsx';

/** Something to mend, and the field where it is; null: no field holds it. */
export interface FieldProblem {
  readonly field: string | null;
  readonly sentence: string;
  readonly wanted?: string;
}

interface Props {
  readonly section: FormSection;
  readonly problems: readonly FieldProblem[];
  readonly readOnly: boolean;
  readonly open: boolean;
  readonly isAdded: boolean;
}

export function FormSectionPart({ section, problems, readOnly, open, isAdded }: Props) {
  const { id, title, path, groups, unshown, removable } = section;
  const loose = path.length === 0 ? [] : problems.filter(({ field }) => field === null);
  const what = path[0] === 'sources' ? 'cette source' : 'cet indicateur';
  return (
    <>
      {isAdded && <span id="ajout" />}
      <Fold title={title} id={id} open={open}>
        {loose.map(({ sentence }) => (
          <p class="fr-error-text">{typeset(sentence)}</p>
        ))}
        {groups.map((group, rank) => (
          <GroupPart group={group} id={`${id}-${rank}`} problems={problems} readOnly={readOnly} />
        ))}
        {unshown.length > 0 && (
          <>
            <p>Écrit dans le texte, et que ce formulaire ne montre pas&nbsp;:</p>
            <ul>
              {unshown.map((place) => (
                <li>
                  <code>{pathText(place.slice(path.length))}</code>{' '}
                  {!readOnly && <RemoveButton path={place} text="Retirer" about={pathText(place)} />}
                </li>
              ))}
            </ul>
          </>
        )}
        {removable && !readOnly && <RemoveButton path={path} text={`Retirer ${what}`} about={title} />}
      </Fold>
    </>
  );
}

interface GroupProps {
  readonly group: FormGroup;
  readonly id: string;
  readonly problems: readonly FieldProblem[];
  readonly readOnly: boolean;
}

function GroupPart({ group, id, problems, readOnly }: GroupProps) {
  const { title, hint, fields, filled, removable } = group;
  const body = (
    <>
      {hint !== undefined && <p class="fr-hint-text">{typeset(hint)}</p>}
      <div class="plan-fields">
        {fields.map((field) => (
          <FormField
            field={field}
            readOnly={readOnly}
            problems={problems.filter((one) => one.field === field.name)}
          />
        ))}
      </div>
      {removable !== null && !readOnly && (
        <RemoveButton path={removable} text="Retirer tout ce bloc" about={title ?? ''} />
      )}
    </>
  );
  if (title === null) return body;
  const wrong = fields.some(({ name }) => problems.some(({ field }) => field === name));
  return (
    <details class="plan-group" id={id} open={wrong}>
      <summary>
        {typeset(title)} <span class="plan-when">{filled ? 'rempli' : 'vide'}</span>
      </summary>
      {body}
    </details>
  );
}

interface RemoveProps {
  readonly path: DocumentPath;
  readonly text: string;
  readonly about: string;
}

const RemoveButton = ({ path, text, about }: RemoveProps) => (
  <button
    class="fr-btn fr-btn--secondary fr-btn--sm plan-remove"
    type="submit"
    name="faire"
    value={`retirer:${pathText(path)}`}
  >
    {text}
    <span class="fr-sr-only">&nbsp;: {about}</span>
  </button>
);
