import { counted } from '../../../platform/french/number.ts';
import { type Case, caseDelays, caseMethods, traps } from '../../../portfolio/cases/case.ts';
import type { CaseQuery } from '../../../portfolio/cases/find-cases.ts';
import { FilterForm } from '../../dsfr/filter-form.tsx';
import { Select } from '../../dsfr/select.tsx';
import { Page } from '../../layout/page.tsx';
import type { Site } from '../../layout/site.ts';
import { projectsPath } from '../../projects/paths.ts';
import { casePath } from '../../view/addresses.ts';
import { caseChoices, isNarrowed } from './case-query.ts';

interface Props {
  readonly site: Site;
  readonly query: CaseQuery;
  readonly cases: readonly Case[];
}

/** Every case of the library, narrowed by what is asked. */
export function CasesPage({ site, query, cases }: Props) {
  const narrowed = isNarrowed(query);
  return (
    <Page
      site={site}
      title="Des cas réels, et ce qu’ils apprennent"
      description="Des services publics réels : l’effet qu’ils recherchent, comment ils le regardent, ce qui les a trompés, et un plan de mesure pour commencer."
      path="/cas"
      trail={[{ href: '/', name: 'Accueil' }]}
      noIndex={narrowed}
    >
      <div class="portfolio-head">
        <h1>Des cas réels, et ce qu’ils apprennent</h1>
        <p class="mission">
          Personne ne part de rien. Voici ce que d’autres services ont voulu changer, comment ils l’ont
          regardé, et ce qui les a trompés. Chaque cas donne un plan de mesure à reprendre pour le vôtre.
        </p>
        <p class="portfolio-count">
          Ces cas sont racontés avec nos mots, d’après des documents publics lus en août 2026. Leurs chiffres
          sont ceux d’alors. Votre service n’existe pas encore&nbsp;? <a href={projectsPath}>Projetez-le</a>,
          pas à pas.
        </p>
      </div>
      <Filters query={query} open={narrowed} />
      <h2 class="portfolio-found" id="liste">
        {narrowed ? counted(cases.length, 'cas trouvé', 'cas trouvés') : `Les ${cases.length} cas`}
      </h2>
      {narrowed && (
        <p>
          <a href="/cas">Retirer les filtres</a>
        </p>
      )}
      {cases.length === 0 && (
        <p class="nothing">Aucun cas ne correspond. Essayez un mot plus court, ou retirez un filtre.</p>
      )}
      {cases.length > 0 && (
        <ul class="service-list">
          {cases.map((example) => (
            <Item example={example} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Filters({ query, open }: { readonly query: CaseQuery; readonly open: boolean }) {
  return (
    <FilterForm
      action="/cas"
      title="Chercher un cas"
      search={{
        label: 'Chercher un cas, un effet, un piège',
        placeholder: 'Emploi, logement, usage…',
        value: query.search,
      }}
      choices={{ summary: 'Filtrer par domaine, méthode, source, délai ou piège', open }}
    >
      {caseChoices.map(({ key, name, label, any, names }) => (
        <Select
          name={name}
          label={label}
          any={any}
          value={query[key]}
          options={Object.entries(names).map(([value, text]) => ({ value, text: capitalised(text) }))}
        />
      ))}
    </FilterForm>
  );
}

function Item({ example }: { readonly example: Case }) {
  const { id, name, organisation, effect, method, delay, trap, wentWrong } = example;
  return (
    <li class="service-item">
      <div class="service-item-name">
        <h3>
          <a href={casePath(id)}>{name}</a>
        </h3>
        <p class="service-item-effect">{effect.statement}</p>
        <p class="service-item-facts">{organisation}</p>
      </div>
      <div class="service-item-known">
        <p>
          <strong>{capitalised(traps[trap])}.</strong> {wentWrong}
        </p>
      </div>
      <div class="service-item-state">
        <p>{capitalised(caseMethods[method])}</p>
        <p class="freshness">Effet visible&nbsp;: {caseDelays[delay]}</p>
      </div>
    </li>
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
