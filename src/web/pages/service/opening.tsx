import { typeset } from '../../../platform/french/typography.ts';
import type { ServiceView } from '../../view/service-view.ts';

/** Part 1: what the service is for, what is better in the world, and for whom. */
export function Opening({ service }: { readonly service: ServiceView }) {
  const { mission, effect, website } = service;
  return (
    <section class="opening" aria-label="La mission et l’effet recherché">
      {mission !== null && <p class="mission">{typeset(mission)}</p>}
      <dl class="purpose">
        <dt>Ce qui doit changer</dt>
        <dd>
          {effect === null ? (
            <em>L’équipe n’a pas encore écrit l’effet recherché.</em>
          ) : (
            typeset(effect.statement)
          )}
        </dd>
        {effect?.beneficiaries != null && (
          <>
            <dt>Pour qui</dt>
            <dd>{typeset(effect.beneficiaries)}</dd>
          </>
        )}
        {website !== null && (
          <>
            <dt>Le service</dt>
            <dd>
              <a href={website} rel="external">
                {website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
              </a>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
