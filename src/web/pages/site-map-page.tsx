import type { Link } from '../dsfr/link.ts';
import type { Site } from '../layout/site.ts';
import { servicePath } from '../view/addresses.ts';
import { TextPage } from './text-page.tsx';

interface Props {
  readonly site: Site;
  readonly methods: readonly Link[];
  readonly cases: readonly Link[];
  readonly services: readonly { readonly id: string; readonly name: string }[];
}

const pages: readonly Link[] = [
  { href: '/', name: 'Les services' },
  { href: '/cas', name: 'Des cas réels' },
  { href: '/corrections', name: 'Le registre des corrections' },
  { href: '/donnees-ouvertes', name: 'Les données ouvertes' },
  { href: '/accessibilite', name: 'Déclaration d’accessibilité' },
  { href: '/mentions-legales', name: 'Mentions légales' },
  { href: '/donnees-personnelles', name: 'Données personnelles' },
  { href: '/equipe', name: 'Espace des équipes' },
];

/** Every page of the site on one. */
export function SiteMapPage({ site, methods, cases, services }: Props) {
  return (
    <TextPage
      site={site}
      title="Plan du site"
      description="Toutes les pages de ce site."
      path="/plan-du-site"
    >
      <h2>Pages</h2>
      <Links links={pages} />
      <h2>Comment on mesure</h2>
      <Links links={methods} />
      <h2>Cas réels</h2>
      <Links links={cases} />
      <h2>Services</h2>
      <Links links={services.map(({ id, name }) => ({ href: servicePath(id), name }))} />
    </TextPage>
  );
}

function Links({ links }: { readonly links: readonly Link[] }) {
  return (
    <ul>
      {links.map(({ href, name }) => (
        <li>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
