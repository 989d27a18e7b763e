import { pathText } from '../../../plan/problem.ts';
import type { PlacedRemark } from '../check/plan-check.ts';
import type { FormShown } from '../form/form-shown.ts';
import { type FormSection, fieldAt } from '../form/plan-form.ts';
import { AddIndicator, AddSource } from './add-part.tsx';
import { FormSectionPart } from './form-section.tsx';

interface Props {
  readonly form: FormShown;
  readonly text: string;
  readonly problems: readonly PlacedRemark[];
  readonly readOnly: boolean;
  /** Where the form is sent. */
  readonly path: string;
}

/** The same document by fields; the text goes along, so that comments and all the form does not show are kept. */
export function FormEditor({ form: { sections, typed, added }, text, problems, readOnly, path }: Props) {
  const said = problems.map((problem) => ({
    ...problem,
    field: fieldAt(sections, problem.path)?.name ?? null,
  }));
  const part = (section: FormSection) => {
    const place = pathText(section.path);
    const own = section.path.length > 0 ? said.filter((one) => isWithin(one.path, place)) : said;
    return (
      <FormSectionPart
        section={section}
        problems={own}
        readOnly={readOnly}
        isAdded={section.id === added}
        open={
          section.id === 'service' ||
          section.id === added ||
          own.some(({ field }) => field !== null || section.path.length > 0) ||
          section.id === 'indicateur-1'
        }
      />
    );
  };
  const [service, ...others] = sections;
  return (
    <>
      <input type="hidden" name="texte" value={text} />
      <button class="fr-sr-only" type="submit" name="faire" value="verifier" tabindex={-1}>
        Vérifier
      </button>
      {service !== undefined && part(service)}
      <h2>Les sources</h2>
      {others.filter(({ path: place }) => place[0] === 'sources').map(part)}
      {!readOnly && <AddSource typed={typed} path={path} />}
      <h2>Les indicateurs</h2>
      {others.filter(({ path: place }) => place[0] === 'indicators').map(part)}
      {!readOnly && <AddIndicator typed={typed} path={path} />}
      <p>Ce que ce formulaire ne montre pas, l’ordre et les commentaires du texte sont gardés tels quels.</p>
    </>
  );
}

const isWithin = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
