import type { Link } from './link.ts';

interface Props {
  readonly brand: readonly string[] | null;
  readonly title: string;
  readonly description: string;
  readonly links: readonly Link[];
}

/** The foot of every page, with the links the law requires. */
export function Footer({ brand, title, description, links }: Props) {
  return (
    <footer class="fr-footer" id="pied" tabindex={-1}>
      <div class="fr-container">
        <div class="fr-footer__body">
          <div class="fr-footer__brand">
            {brand === null ? (
              <p class="site-name">{title}</p>
            ) : (
              <p class="fr-logo">
                {brand.map((line, index) => (
                  <>
                    {index > 0 && <br />}
                    {line}
                  </>
                ))}
              </p>
            )}
          </div>
          <div class="fr-footer__content">
            <p class="fr-footer__content-desc">{description}</p>
          </div>
        </div>
        <div class="fr-footer__bottom">
          <ul class="fr-footer__bottom-list">
            {links.map(({ href, name }) => (
              <li class="fr-footer__bottom-item">
                <a class="fr-footer__bottom-link" href={href}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
          <div class="fr-footer__bottom-copy">
            <p>
              Les chiffres publiés sont des données ouvertes, sous licence Etalab 2.0. Foulée est un logiciel
              libre, sous licence AGPL-3.0-or-later.
            </p>
          </div>
        </div>
      </div>
    </footer>
  );
}
