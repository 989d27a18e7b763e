import { stateNames } from '../../../committee/review/service-state.ts';
import { stateWords } from '../../../committee/review/state-words.ts';
import { evidenceLevels } from '../../../measure/evidence-levels.ts';
import { SearchBar } from '../../dsfr/search-bar.tsx';
import { Select } from '../../dsfr/select.tsx';
import { knownLevels } from '../level-names.ts';
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
export function FilterForm({ query, organisations, phases }: Props) {
  return (
    <search>
      <form class="filters" action="/" method="get" aria-label="Chercher un service">
        <SearchBar
          name="recherche"
          label="Chercher un service, une mission, un effet"
          placeholder="Chercher un service"
          value={query.recherche}
        />
        <details class="filter-more" open={isFiltered(query)}>
          <summary>Filtrer par domaine, organisation, phase, preuve, fraîcheur ou relecture</summary>
          <div class="filter-choices">
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
              options={knownLevels.map((level) => ({
                value: level,
                text: `${level} – ${evidenceLevels[level].name}`,
              }))}
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
              options={stateNames.map((state) => ({ value: state, text: stateWords[state].name }))}
            />
            <button class="fr-btn fr-btn--secondary" type="submit">
              Filtrer
            </button>
          </div>
        </details>
      </form>
    </search>
  );
}

const isFiltered = (query: PortfolioQuery): boolean =>
  [query.domaine, query.organisation, query.phase, query.preuve, query.fraicheur, query.relecture].some(
    (value) => value !== null,
  );

function named(names: Readonly<Record<string, string>>): { value: string; text: string }[] {
  return Object.entries(names).map(([value, text]) => ({ value, text }));
}
