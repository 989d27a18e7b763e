import { frenchDay } from '../../platform/french/date.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { Site } from '../layout/site.ts';
import { servicePath } from '../view/addresses.ts';
import type { CorrectionView } from '../view/service-view.ts';
import { TextPage } from './text-page.tsx';

interface Props {
  readonly site: Site;
  readonly corrections: readonly CorrectionView[];
}

/** Every correction of every service, the newest first. */
export function CorrectionsPage({ site, corrections }: Props) {
  return (
    <TextPage
      site={site}
      title="Le registre des corrections"
      description="Ce qui a été corrigé ou retiré, quand et pourquoi."
      path="/corrections"
    >
      <p class="mission">
        Se tromper arrive&nbsp;; le cacher non. Une publication ne change jamais&nbsp;: quand un chiffre était
        faux, une correction s’ajoute ici, avec sa raison, et l’état d’avant reste lisible. Un chiffre retiré
        ne l’est plus&nbsp;: restent sa date, son empreinte et la raison.
      </p>
      {corrections.length === 0 ? (
        <p>Aucune correction à ce jour.</p>
      ) : (
        <ol class="timeline">
          {corrections.map(({ day, service, reason, kind, about }) => (
            <li>
              <strong>{frenchDay(day)}.</strong> <a href={servicePath(service.id)}>{service.name}</a>
              {kind === 'withdrawal' ? ' (retrait)' : ''}&nbsp;: {typeset(reason)}{' '}
              <a href={about} aria-label={`L’état concerné, ${service.name}, ${frenchDay(day)}`}>
                L’état concerné
              </a>
            </li>
          ))}
        </ol>
      )}
      <p>
        Vous avez repéré une erreur&nbsp;? L’adresse pour nous écrire est dans les{' '}
        <a href="/mentions-legales">mentions légales</a>.
      </p>
    </TextPage>
  );
}
