import type { Link } from './link.ts';

/** Where the page stands; its own name comes last and is not a link. */
export function Breadcrumb({ trail, here }: { readonly trail: readonly Link[]; readonly here: string }) {
  return (
    <nav class="fr-breadcrumb" aria-label="vous êtes ici :">
      <ol class="fr-breadcrumb__list">
        {trail.map(({ href, name }) => (
          <li>
            <a class="fr-breadcrumb__link" href={href}>
              {name}
            </a>
          </li>
        ))}
        <li>
          <span class="fr-breadcrumb__link" aria-current="page">
            {here}
          </span>
        </li>
      </ol>
    </nav>
  );
}
