import type { DeskChoices } from '../../../../committee/desk/desk-choices.ts';
import type { ListedService, Named } from '../../../../committee/desk/desk-service.ts';
import { taskWords } from '../../../../committee/desk/desk-words.ts';
import { answerWords } from '../../../../committee/suggestion/words.ts';
import { phaseName } from '../../../../portfolio/phases.ts';
import { FilterForm } from '../../../dsfr/filter-form.tsx';
import { Select } from '../../../dsfr/select.tsx';
import { levelChoices, serviceSearch, stateChoices } from '../../../pages/service-choices.ts';
import { type AskedDesk, askedAddress } from '../desk-query.ts';
import { deskPath } from '../paths.ts';

interface Props {
  /** All of the desk. */
  readonly services: readonly ListedService[];
  readonly choices: DeskChoices;
  readonly asked: AskedDesk;
}

/** Search, filters and order, sent as an ordinary form. */
export function DeskFilters({ services, choices, asked }: Props) {
  const filtered = askedAddress(deskPath, { ...asked, recherche: '', page: 1 }) !== deskPath;
  return (
    <FilterForm
      action={`${deskPath}#services`}
      title="Chercher dans le bureau"
      search={{ ...serviceSearch, value: asked.recherche }}
      choices={{ summary: 'Filtrer et ranger', open: filtered }}
      className="filters desk-filters"
    >
      <Select
        name="organisation"
        label="Organisation"
        any="Toutes"
        value={asked.organisation}
        options={choices.organisations.map(option)}
      />
      <Select
        name="incubateur"
        label="Incubateur"
        any="Tous"
        value={asked.incubateur}
        options={choices.incubators.map(option)}
      />
      <Select
        name="phase"
        label="Phase"
        any="Toutes"
        value={asked.phase}
        options={[...new Set(services.flatMap(({ phase }) => phase ?? []))].map(phaseName).map(same)}
      />
      <Select
        name="preuve"
        label="Niveau de preuve"
        any="Tous"
        value={asked.preuve === null ? null : String(asked.preuve)}
        options={levelChoices.toReversed()}
      />
      <Select
        name="relecture"
        label="Relecture"
        any="Toutes"
        value={asked.relecture}
        options={stateChoices}
      />
      <Select
        name="suggestion"
        label="Suggestion"
        any="Toutes"
        value={asked.suggestion}
        options={Object.entries(answerWords).map(([value, text]) => ({ value, text }))}
      />
      <Select
        name="a-faire"
        label="Ce qui attend"
        any="Tous les services"
        value={asked['a-faire']}
        options={[
          { value: 'any', text: 'Quelque chose attend' },
          ...Object.entries(taskWords).map(([value, text]) => ({ value, text })),
        ]}
      />
      <Select
        name="ordre"
        label="Ordre"
        value={asked.ordre}
        options={[
          { value: 'comite', text: 'Par prochain comité' },
          { value: 'nom', text: 'Par nom' },
        ]}
      />
    </FilterForm>
  );
}

const same = (text: string) => ({ value: text, text });

const option = ({ id, name }: Named) => ({ value: id, text: name });
