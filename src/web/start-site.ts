import { createApp } from './app.tsx';
import { Assets } from './assets/assets.ts';
import { PublicCache } from './http/public-cache.ts';
import type { Site } from './layout/site.ts';
import { readGuides } from './methods/guides.ts';
import type { Facts } from './routes/facts.ts';
import { styleSheet } from './theme/style-sheet.ts';

interface Parts extends Pick<Facts, 'data' | 'log' | 'isReady' | 'team'> {
  readonly site: Omit<Site, 'styleSheet'>;
  readonly clock: () => number;
}

/** Prepares what pages need (style sheet, guides, cache) and the app that answers. */
export function startSite({ site, clock, ...parts }: Parts) {
  const assets = new Assets();
  const facts: Facts = {
    site: { ...site, styleSheet: styleSheet(site.theme, assets) },
    assets,
    guides: readGuides(),
    ...parts,
    cache: new PublicCache({ stamp: () => parts.data.stamp(), clock }),
  };
  return { app: createApp(facts), facts };
}
