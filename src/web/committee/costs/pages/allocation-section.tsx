import type { Allocation } from '../../../../committee/costs/allocation.ts';
import { percentText } from '../../../../committee/costs/percent-text.ts';
import { shortDay } from '../../../../platform/french/date.ts';
import type { Fields } from '../../../../portfolio/projects/read-answers.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { Select } from '../../../dsfr/select.tsx';
import { Table } from '../../../dsfr/table.tsx';
import { AreaField, LineField, type Problems } from '../../../projects/project-fields.tsx';
import { costsPath } from '../paths.ts';

interface Props {
  readonly service: string;
  readonly allocations: readonly Allocation[];
  /** Effects of the plan and of what is published, by identifier. */
  readonly effects: ReadonlyMap<string, string>;
  readonly token: string;
  readonly mayEdit: boolean;
  readonly field: Fields;
  readonly problems: Problems;
}

/** Which part of the budget counts for which effect, and why. */
export function AllocationSection(props: Props) {
  const { service, allocations, effects, token, mayEdit } = props;
  return (
    <section class="costs" aria-labelledby="parts">
      <h2 id="parts">La part du budget comptée pour chaque effet</h2>
      <p>
        {allocations.length === 0
          ? 'Aucune répartition n’est écrite : tout le budget est compté pour l’effet principal, et c’est dit à côté du chiffre.'
          : 'Ce qui n’est pas réparti ici ne compte pour aucun effet. Le coût d’un usage, lui, prend toujours tout le budget.'}
      </p>
      {allocations.length > 0 && (
        <Table
          id="parts-ecrites"
          caption="Parts écrites"
          columns={['Effet', 'Part', 'Raison', 'Écrite le', ...(mayEdit ? ['Retirer'] : [])]}
          rows={allocations.map(({ indicator, share, reason, recordedAt }) => [
            effects.get(indicator) ?? indicator,
            percentText(share),
            reason,
            shortDay(recordedAt.slice(0, 10)),
            ...(mayEdit
              ? [
                  <PostForm
                    action={`${costsPath(service)}/parts/retirer`}
                    token={token}
                    hidden={{ effet: indicator }}
                  >
                    <SubmitButton secondary about={effects.get(indicator) ?? indicator}>
                      Retirer
                    </SubmitButton>
                  </PostForm>,
                ]
              : []),
          ])}
        />
      )}
      {mayEdit && <AllocationForm {...props} />}
    </section>
  );
}

function AllocationForm({ service, effects, token, field, problems }: Props) {
  if (effects.size === 0)
    return <p>Le plan de mesure ne nomme encore aucun effet&nbsp;: il n’y a rien entre quoi répartir.</p>;
  const given = { field, problems };
  return (
    <>
      <h3 id="nouvelle-part">Écrire une part</h3>
      <PostForm action={`${costsPath(service)}/parts#nouvelle-part`} token={token}>
        <Select
          name="effet"
          label="Effet"
          options={[...effects].map(([value, text]) => ({ value, text }))}
          value={field('effet')}
        />
        <LineField
          {...given}
          name="part"
          label="Part du budget, sur 100"
          hint="40 pour 40 %. Remplace la part écrite avant pour cet effet."
        />
        <AreaField
          {...given}
          name="raison"
          label="Pourquoi cette part"
          hint="Chacun la lira à côté du coût. Par exemple&nbsp;: «&nbsp;l’expérience concerne un usager sur dix&nbsp;»."
        />
        <SubmitButton>Enregistrer cette part</SubmitButton>
      </PostForm>
    </>
  );
}
