import { raw } from 'hono/html';
import { typeset } from '../../platform/french/typography.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import type { Site } from '../layout/site.ts';
import { servicePath } from '../view/addresses.ts';
import type { ServiceView } from '../view/service-view.ts';
import { Freshness } from './freshness.tsx';
import { LevelBadge } from './level-badge.tsx';
import { headlineSentence, splitSentence } from './split-sentence.ts';

/** The sentence alone, to be shown in a frame of another site. */
export function EmbedPage({ site, service }: { readonly site: Site; readonly service: ServiceView }) {
  const { publication } = service;
  const shown = publication?.withdrawn === null ? publication : null;
  const measure = shown === null ? null : mainMeasure(shown.measures);
  const [first, rest] = splitSentence(
    headlineSentence(measure?.sentence ?? 'L’effet de ce service n’est pas encore mesuré.'),
  );
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`Ce que change ${service.name}`}</title>
          <meta name="robots" content="noindex" />
          <link rel="stylesheet" href={site.styleSheet} />
        </head>
        <body>
          <main class="embed">
            <h1 class="embed-name">{service.name}</h1>
            <p class="sentence">{typeset(first)}</p>
            {rest !== '' && <p>{typeset(rest)}</p>}
            {measure !== null && (
              <>
                <LevelBadge level={measure.evidence.level} />
                <Freshness freshness={measure.freshness} />
              </>
            )}
            <p>
              <a href={`${site.address}${servicePath(service.id)}`} target="_top">
                Voir le détail et les limites sur {site.name}
              </a>
            </p>
          </main>
        </body>
      </html>
    </>
  );
}
