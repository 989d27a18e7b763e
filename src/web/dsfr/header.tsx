import type { Link } from './link.ts';

interface Props {
  readonly title: string;
  readonly tagline: string;
  /** The State brand, on State sites only: lines of the official name. */
  readonly brand: readonly string[] | null;
  readonly links: readonly Link[];
  readonly path: string;
}

/** The head of every page. The menu stays open at every width: folding it would need a script. */
export function Header({ title, tagline, brand, links, path }: Props) {
  return (
    <header class="fr-header">
      <div class="fr-header__body">
        <div class="fr-container">
          <div class="fr-header__body-row">
            <div class="fr-header__brand fr-enlarge-link">
              {brand !== null && (
                <div class="fr-header__brand-top">
                  <div class="fr-header__logo">
                    <p class="fr-logo">
                      {brand.map((line, index) => (
                        <>
                          {index > 0 && <br />}
                          {line}
                        </>
                      ))}
                    </p>
                  </div>
                </div>
              )}
              <div class="fr-header__service">
                <a href="/" title={`Accueil – ${title}`}>
                  <p class="fr-header__service-title">{title}</p>
                </a>
                <p class="fr-header__service-tagline">{tagline}</p>
              </div>
            </div>
          </div>
        </div>
      </div>
      <div class="site-menu">
        <div class="fr-container">
          <nav class="fr-nav" id="menu" aria-label="Menu principal" tabindex={-1}>
            <ul class="fr-nav__list">
              {links.map(({ href, name }) => (
                <li class="fr-nav__item">
                  <a
                    class="fr-nav__link"
                    href={href}
                    {...(isUnder(path, href) && { 'aria-current': 'page' })}
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </header>
  );
}

function isUnder(path: string, href: string): boolean {
  return href === '/' ? path === '/' || path.startsWith('/services/') : path.startsWith(href);
}
