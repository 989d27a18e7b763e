import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { Breadcrumb } from '../dsfr/breadcrumb.tsx';
import { Footer } from '../dsfr/footer.tsx';
import { Header } from '../dsfr/header.tsx';
import type { Link } from '../dsfr/link.ts';
import { SkipLinks } from '../dsfr/skip-links.tsx';
import { hatchPattern } from '../report/style.ts';
import { brandOf, type Site } from './site.ts';

export interface PageProps {
  readonly site: Site;
  /** Name of the page alone: the site's name is added. */
  readonly title: string;
  /** One sentence for search engines and shared links. */
  readonly description: string;
  /** Path and query of the page on the site. */
  readonly path: string;
  readonly trail?: readonly Link[];
  /** What the trail ends with, when the title says more. */
  readonly here?: string;
  /** Path of the image shown with a shared link. */
  readonly image?: string;
  /** Atom feed of what the page shows. */
  readonly feed?: Link;
  /** Path of the same in JSON. */
  readonly json?: string;
  readonly noIndex?: boolean;
  readonly children: Child;
}

const menu: readonly Link[] = [
  { href: '/', name: 'Les services' },
  { href: '/cas', name: 'Des cas réels' },
  { href: '/methodes', name: 'Comment on mesure' },
  { href: '/corrections', name: 'Corrections' },
  { href: '/donnees-ouvertes', name: 'Données ouvertes' },
];

const required: readonly Link[] = [
  { href: '/plan-du-site', name: 'Plan du site' },
  { href: '/accessibilite', name: 'Accessibilité : non conforme' },
  { href: '/mentions-legales', name: 'Mentions légales' },
  { href: '/donnees-personnelles', name: 'Données personnelles' },
  { href: '/equipe', name: 'Espace des équipes' },
];

/** A whole page: head, menu, breadcrumb, content, foot. Everything it needs comes from this site; no script. */
export function Page(props: PageProps) {
  const { site, title, description, path, trail, here = title, image, feed, json, noIndex, children } = props;
  const [pathOnly = path] = path.split('?');
  const full = path === '/' ? `${site.name} – ${title}` : `${title} – ${site.name}`;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{full}</title>
          <meta name="description" content={description} />
          {noIndex === true && <meta name="robots" content="noindex" />}
          <link rel="stylesheet" href={site.styleSheet} />
          <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
          <link rel="canonical" href={`${site.address}${pathOnly}`} />
          {feed && <link rel="alternate" type="application/atom+xml" title={feed.name} href={feed.href} />}
          {json !== undefined && <link rel="alternate" type="application/json" href={json} />}
          <meta property="og:title" content={full} />
          <meta property="og:description" content={description} />
          <meta property="og:url" content={`${site.address}${pathOnly}`} />
          <meta property="og:locale" content="fr_FR" />
          <meta property="og:type" content="website" />
          {image !== undefined && <meta property="og:image" content={`${site.address}${image}`} />}
          {image !== undefined && <meta name="twitter:card" content="summary_large_image" />}
        </head>
        <body class={site.theme === 'etat' ? 'theme-etat' : 'theme-neutre'}>
          <SkipLinks />
          {raw(hatchPattern)}
          <Header
            title={site.name}
            tagline="Ce que les services publics numériques changent, et à quel point on en est sûr"
            brand={brandOf(site)}
            links={menu}
            path={pathOnly}
          />
          <main id="contenu" class="fr-container" tabindex={-1}>
            {trail && <Breadcrumb trail={trail} here={here} />}
            {children}
          </main>
          <Footer
            brand={brandOf(site)}
            title={site.name}
            description="Un service public n’existe pas pour être utilisé, mais pour un effet. Ce site dit lequel, avec ce qu’on sait, ce qu’on ne sait pas encore, et les données pour le vérifier."
            links={required}
          />
        </body>
      </html>
    </>
  );
}
