import { Fragment } from 'hono/jsx';
import type { DeskChoices } from '../../../../committee/desk/desk-choices.ts';
import { type DeskService, deskGroups, type ListedService } from '../../../../committee/desk/desk-service.ts';
import { groupWords } from '../../../../committee/desk/desk-words.ts';
import type { NarrowedDesk } from '../../../../committee/desk/narrow-desk.ts';
import { counted } from '../../../../platform/french/number.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { Pagination } from '../../../dsfr/pagination.tsx';
import { decisionsPath } from '../../sessions/paths.ts';
import { type AskedDesk, askedAddress } from '../desk-query.ts';
import { deskPath, deskTablePath } from '../paths.ts';
import { DeskCard } from './desk-card.tsx';
import { DeskFilters } from './desk-filters.tsx';
import { WaitingSection } from './waiting-section.tsx';

interface Props {
  /** Every service of the desk, whatever is asked. */
  readonly all: readonly ListedService[];
  readonly choices: DeskChoices;
  readonly narrowed: NarrowedDesk;
  /** Those of this page. */
  readonly shown: readonly DeskService[];
  readonly asked: AskedDesk;
  readonly pages: number;
  readonly today: string;
}

/** Many services side by side, for who decides: what waits, then what is known of each, never ranked by a figure. */
export function DeskPage(props: Props) {
  const { all, choices, narrowed, asked, pages } = props;
  if (all.length === 0) return <EmptyDesk />;
  const isNarrowed = askedAddress(deskPath, { ...asked, page: 1, ordre: 'comite' }) !== deskPath;
  const found = narrowed.services.length;
  return (
    <>
      <h1>Bureau</h1>
      <p class="mission">
        {counted(all.length, 'service', 'services')}&nbsp;: ce qu’on sait de chacun, ce qu’il coûte, et ce qui
        attend une décision.
      </p>
      {!isNarrowed && <WaitingSection services={all} />}
      <DeskFilters services={all} choices={choices} asked={asked} />
      <h2 id="services">
        {isNarrowed ? counted(found, 'service trouvé', 'services trouvés') : 'Les services'}
      </h2>
      <p>
        Ils sont rangés par ce qu’on en sait, puis {asked.ordre === 'nom' ? 'par nom' : 'par prochain comité'}
        &nbsp;; jamais par leur chiffre&nbsp;: des effets différents ne se classent pas.{' '}
        {isNarrowed && (
          <>
            <a href={deskPath}>Retirer les filtres</a> ·{' '}
          </>
        )}
        <a href={askedAddress(deskTablePath, asked, { page: 1 })}>Télécharger ce tableau (CSV)</a> ·{' '}
        <a href={decisionsPath}>Registre des décisions</a>
      </p>
      {found === 0 && (
        <p class="nothing">Aucun service ne correspond. Essayez un mot plus court, ou retirez un filtre.</p>
      )}
      <Groups {...props} />
      <Pagination
        page={asked.page}
        pages={pages}
        href={(page) => `${askedAddress(deskPath, asked, { page })}#services`}
      />
    </>
  );
}

function Groups({ narrowed, shown, today }: Props) {
  return (
    <>
      {deskGroups.map((group) => {
        const own = shown.filter((service) => service.group === group);
        if (own.length === 0) return <Fragment />;
        const total = narrowed.counts[group];
        return (
          <section aria-labelledby={`groupe-${group}`}>
            <h3 id={`groupe-${group}`}>
              {typeset(`${groupWords[group].name} : `)}
              {counted(total, 'service', 'services')}
            </h3>
            <p class="desk-means">{typeset(groupWords[group].means)}</p>
            <ul class="service-list">
              {own.map((service) => (
                <DeskCard service={service} today={today} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function EmptyDesk() {
  return (
    <>
      <h1>Bureau</h1>
      <p>
        Aucun service n’est encore ici. Le bureau montre les services des équipes et des organisations où vous
        avez un rôle&nbsp;: demandez une invitation à la personne qui administre un service, ou{' '}
        <a href="/equipe">revenez à l’espace des équipes</a>.
      </p>
    </>
  );
}
