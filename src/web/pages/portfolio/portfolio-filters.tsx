import { FilterForm } from '../../dsfr/filter-form.tsx';
import { Select } from '../../dsfr/select.tsx';
import { levelChoices, serviceSearch, stateChoices } from '../service-choices.ts';
import type { PortfolioQuery } from './filters.ts';

interface Props {
  readonly query: PortfolioQuery;
  readonly organisations: readonly string[];
  readonly phases: readonly string[];
}

const domainNames = {
  social: 'Social',
  environmental: 'Environnement',
  economic: 'Économie',
} as const;

const freshnessNames = {
  'a-jour': 'À jour',
  ancien: 'Chiffre ancien',
  'non-mesure': 'Pas encore mesuré',
} as const;

/** Search and filters, sent as an ordinary form. */
export function PortfolioFilters({ query, organisations, phases }: Props) {
  return (
    <FilterForm
      action="/"
      title="Chercher un service"
      search={{ ...serviceSearch, value: query.recherche }}
      choices={{
        summary: 'Filtrer par domaine, organisation, phase, preuve, fraîcheur ou relecture',
        open: isFiltered(query),
      }}
    >
      <Select
        name="domaine"
        label="Domaine"
        any="Tous les domaines"
        value={query.domaine}
        options={named(domainNames)}
      />
      <Select
        name="organisation"
        label="Organisation"
        any="Toutes"
        value={query.organisation}
        options={organisations.map((name) => ({ value: name, text: name }))}
      />
      <Select
        name="phase"
        label="Phase"
        any="Toutes les phases"
        value={query.phase}
        options={phases.map((name) => ({ value: name, text: name }))}
      />
      <Select
        name="preuve"
        label="Niveau de preuve"
        any="Tous les niveaux"
        value={query.preuve}
        options={levelChoices}
      />
      <Select
        name="fraicheur"
        label="Fraîcheur"
        any="Toutes"
        value={query.fraicheur}
        options={named(freshnessNames)}
      />
      <Select
        name="relecture"
        label="Relecture"
        any="Toutes"
        value={query.relecture}
        options={stateChoices}
      />
    </FilterForm>
  );
}

const isFiltered = (query: PortfolioQuery): boolean =>
  [query.domaine, query.organisation, query.phase, query.preuve, query.fraicheur, query.relecture].some(
    (value) => value !== null,
  );

function named(names: Readonly<Record<string, string>>): { value: string; text: string }[] {
  return Object.entries(names).map(([value, text]) => ({ value, text }));
}
