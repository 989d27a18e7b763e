import { stateWords } from '../../../committee/review/state-words.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { servicePath } from '../../view/addresses.ts';
import type { ServiceRow } from '../../view/service-view.ts';
import { LevelBadge } from '../level-badge.tsx';

/** One service that publishes a figure: what it wants to change, what is known, how sure, how fresh. */
export function ServiceItem({ row }: { readonly row: ServiceRow }) {
  return (
    <li class="service-item">
      <div class="service-item-name">
        <h3>
          <a href={servicePath(row.id)}>{row.name}</a>
        </h3>
        <p class="service-item-effect">{row.effect === null ? '' : typeset(row.effect)}</p>
        <p class="service-item-facts">
          {[row.organisation, row.phase].filter((fact) => fact !== null).join(' · ')}
        </p>
      </div>
      <div class="service-item-known">
        <p>{typeset(row.sentence ?? '')}</p>
      </div>
      <div class="service-item-state">
        {row.level !== null && <LevelBadge level={row.level} />}
        {row.review.review !== null && <p class="trend">{stateWords[row.review.state].name}</p>}
        {row.trend !== null && <p class="trend">{typeset(row.trend)}</p>}
        {row.freshness !== null && (
          <p class="freshness">
            {row.freshness.state === 'stale' ? (
              <strong class="stale">Ancien&nbsp;: {row.freshness.short}</strong>
            ) : (
              `Mesuré le ${row.freshness.short}`
            )}
          </p>
        )}
      </div>
    </li>
  );
}
