import { counted } from '../../../platform/french/number.ts';
import { Alert } from '../../dsfr/alert.tsx';
import { Pagination } from '../../dsfr/pagination.tsx';
import { Page } from '../../layout/page.tsx';
import type { Site } from '../../layout/site.ts';
import type { ServiceRow } from '../../view/service-view.ts';
import { countSentence } from './count-sentence.ts';
import { type PortfolioQuery, portfolioAddress } from './filters.ts';
import { NotMeasured } from './not-measured.tsx';
import { PortfolioFilters } from './portfolio-filters.tsx';
import { ServiceItem } from './service-item.tsx';

export interface PortfolioView {
  readonly rows: readonly ServiceRow[];
  /** Services that answer the query, on every page. */
  readonly found: number;
  readonly pages: number;
  readonly total: number;
  readonly measured: number;
  readonly compared: number;
  readonly organisations: readonly string[];
  readonly phases: readonly string[];
}

interface Props {
  readonly site: Site;
  readonly query: PortfolioQuery;
  readonly portfolio: PortfolioView;
  /** Figures of the demonstration are on their way. */
  readonly preparing: boolean;
}

/** Every service: what it wants to change, what is measured and what is not. */
export function PortfolioPage({ site, query, portfolio, preparing }: Props) {
  const { rows, found, pages } = portfolio;
  const measured = rows.filter(({ sentence }) => sentence !== null);
  const filtered = portfolioAddress({ ...query, page: 1 }, {}) !== '/';
  return (
    <Page
      site={site}
      title="Ce que changent les services publics numériques"
      description="Pour chaque service public numérique : l’effet recherché, ce qu’on en sait, à quel point on en est sûr, et depuis quand."
      path={portfolioAddress(query, {})}
      feed={{ href: '/flux.atom', name: 'Tout ce qui est publié ou corrigé' }}
      noIndex={filtered}
    >
      <div class="portfolio-head">
        <h1>Ce que changent les services publics numériques</h1>
        <p class="mission">
          Un service n’est pas fait pour être utilisé, mais pour que quelque chose aille mieux&nbsp;: un
          emploi retrouvé, un logement habité, une démarche de moins. Voici, service par service, ce qu’on en
          sait.
        </p>
        <p class="portfolio-count">{countSentence(portfolio)}</p>
        {rows.some(({ demonstration }) => demonstration) && (
          <p class="portfolio-count">
            Les services marqués «&nbsp;démonstration&nbsp;» sont des exemples&nbsp;: leurs usagers et leurs
            chiffres sont simulés.
          </p>
        )}
      </div>
      {preparing && (
        <Alert kind="info" title="La démonstration se prépare">
          <p>
            Ses chiffres sont en train d’être calculés&nbsp;: ils apparaissent ici service par service, d’ici
            une minute ou deux. <a href={portfolioAddress(query, {})}>Actualiser la page</a>
          </p>
        </Alert>
      )}
      <PortfolioFilters query={query} organisations={portfolio.organisations} phases={portfolio.phases} />
      <h2 class="portfolio-found" id="liste">
        {filtered ? counted(found, 'service trouvé', 'services trouvés') : listTitle(portfolio)}
      </h2>
      {filtered && (
        <p>
          <a href="/">Retirer les filtres</a>
        </p>
      )}
      {rows.length === 0 && (
        <p class="nothing">Aucun service ne correspond. Essayez un mot plus court, ou retirez un filtre.</p>
      )}
      {measured.length > 0 && (
        <ul class="service-list">
          {measured.map((row) => (
            <ServiceItem row={row} />
          ))}
        </ul>
      )}
      <NotMeasured rows={rows.filter(({ sentence }) => sentence === null)} />
      <Pagination page={query.page} pages={pages} href={(page) => portfolioAddress(query, { page })} />
    </Page>
  );
}

const listTitle = ({ measured }: PortfolioView): string =>
  measured === 0 ? 'Tous les services' : 'Les services, du mieux prouvé au moins prouvé';
