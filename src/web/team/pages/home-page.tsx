import type { SignedIn } from '../../../platform/accounts/find-session.ts';
import { roleNames } from '../../../platform/accounts/roles.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { GrantPlace } from '../../accounts/grant-place.tsx';
import { deskPath } from '../../committee/desk/paths.ts';
import { waitingPath } from '../../committee/review/paths.ts';
import { decisionsPath } from '../../committee/sessions/paths.ts';
import { Freshness } from '../../pages/freshness.tsx';
import { projectsPath } from '../../projects/paths.ts';
import { jobsPath } from '../../weekly/paths.ts';
import { spacePath } from '../paths.ts';
import type { OwnService } from '../space/own-services.ts';
import { FirstSteps } from './first-steps.tsx';

interface Props {
  readonly account: SignedIn;
  readonly services: readonly OwnService[];
  /** What was searched for, and how many services were found before the list was cut. */
  readonly search: string;
  readonly found: number;
  readonly mayCreate: boolean;
  readonly mayReview: boolean;
  readonly mayAudit: boolean;
  /** Nothing but the demonstration is listed or published yet. */
  readonly fresh: boolean;
}

export function HomePage({ account, services, search, found, mayCreate, mayReview, mayAudit, fresh }: Props) {
  return (
    <>
      <h1>Espace des équipes</h1>
      {account.grants.length === 0 && (
        <p>
          Votre compte n’a encore aucun rôle. Demandez une invitation à la personne qui administre votre
          service, à l’adresse {account.email ?? 'que vous utilisez'}.
        </p>
      )}
      {mayCreate && fresh && <FirstSteps />}
      {account.grants.length > 0 && <h2>Mes services</h2>}
      {(search !== '' || found > services.length) && <SearchForm search={search} />}
      {account.grants.length > 0 && services.length === 0 && (
        <p>{search === '' ? 'Aucun service n’est encore inscrit ici.' : 'Aucun service ne correspond.'}</p>
      )}
      {services.length > 0 && (
        <ul class="service-list">
          {services.map((own) => (
            <ServiceItem {...own} />
          ))}
        </ul>
      )}
      {found > services.length && (
        <p>
          {services.length} services montrés sur {found}&nbsp;: cherchez les autres par leur nom.
        </p>
      )}
      {mayCreate && (
        <p>
          <a class="fr-btn fr-btn--secondary" href="/equipe/nouveau-service">
            Inscrire un service
          </a>
        </p>
      )}
      <p>
        Un service à venir&nbsp;? <a href={projectsPath}>Projetez-le</a>&nbsp;: l’effet, le plan, combien
        d’usagers, et quand.
      </p>
      <h2>Mes équipes et mon compte</h2>
      <ul>
        {account.grants.map((grant) => (
          <li>
            Équipe&nbsp;: <GrantPlace grant={grant} /> ({roleNames[grant.role].name})
          </li>
        ))}
        {account.grants.length > 0 && (
          <>
            <li>
              <a href={deskPath}>Bureau</a> : tous les services côte à côte, et ce qui attend une décision
            </li>
            <li>
              <a href={decisionsPath}>Registre des décisions</a>
            </li>
          </>
        )}
        <li>
          <a href="/mon-compte">Mon compte</a>
        </li>
        {mayReview && (
          <li>
            <a href={waitingPath}>À relire</a> : les plans et les chiffres qui vous attendent
          </li>
        )}
        {mayCreate && (
          <li>
            <a href={jobsPath(null)}>Tâches</a> : ce que Foulée fait d’elle-même
          </li>
        )}
        {mayAudit && (
          <li>
            <a href="/equipe/journal">Journal d’audit</a>
          </li>
        )}
      </ul>
    </>
  );
}

function SearchForm({ search }: { readonly search: string }) {
  return (
    <form method="get" action="/equipe">
      <div class="fr-input-group">
        <label class="fr-label" for="recherche">
          Chercher un service
        </label>
        <input
          class="fr-input"
          id="recherche"
          name="recherche"
          type="search"
          value={search}
          maxlength={100}
        />
      </div>
      <button class="fr-btn fr-btn--secondary" type="submit">
        Chercher
      </button>
    </form>
  );
}

function ServiceItem({ row, role }: OwnService) {
  return (
    <li class="service-item">
      <div>
        <h3>
          <a href={spacePath(row.id)}>{row.name}</a>
        </h3>
        <p class="service-item-facts">{roleNames[role].name}</p>
      </div>
      <p class="service-item-known">
        {row.sentence === null ? 'Rien n’est encore publié.' : typeset(row.sentence)}
      </p>
      <div class="service-item-state">
        {row.freshness !== null && <Freshness freshness={row.freshness} />}
      </div>
    </li>
  );
}
