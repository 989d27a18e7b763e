/**
 * The look of a site that is not the State's: the same markup, a sheet of its own (the State design system may not be
 * used outside State sites). Paper, ink, one green; the fonts of the reader's machine; light and dark.
 */
export const neutralColours = `
:root { --accent: #0a6350; --accent-ink: #ffffff; --soft: #eef5f2; --link: #0b5c4b; }
@media (prefers-color-scheme: dark) {
  :root { --accent: #6fcfb4; --accent-ink: #10201b; --soft: #1b2724; --link: #8fdcc5; }
}`;

export const neutralTheme = `
* { box-sizing: border-box; }
html { font: 100%/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); }
a { color: var(--link); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1, h2, h3, h4 { line-height: 1.2; letter-spacing: -0.012em; }
h1 { font-size: clamp(1.9rem, 1.5rem + 2vw, 2.75rem); margin: 0.5rem 0 1rem; letter-spacing: -0.02em; }
h2 { font-size: clamp(1.35rem, 1.2rem + 0.7vw, 1.7rem); margin: 2.5rem 0 1rem; }
h3 { font-size: 1.2rem; margin: 2rem 0 0.75rem; }
section > h2:first-child { margin-top: 0; }
p, ul, ol { margin: 0 0 1rem; }
.fr-container { width: 100%; max-width: 76rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem); }
.fr-skiplinks { position: absolute; left: -99rem; }
.fr-skiplinks:focus-within { position: static; background: var(--soft); }
.fr-skiplinks__list { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; padding: 0.75rem 0; margin: 0; }
.fr-header { border-bottom: 1px solid var(--line); }
.fr-header__body { padding-block: 1.1rem 0.5rem; }
.fr-header__service a { color: inherit; text-decoration: none; display: inline-block; }
.fr-header__service-title { font-size: 1.35rem; font-weight: 750; letter-spacing: -0.02em; margin: 0; display: flex; align-items: center; gap: 0.6rem; }
.fr-header__service-title::before { content: ""; width: 1.5rem; height: 0.9rem; background: linear-gradient(var(--accent) 0 0) 0 100% / 0.35rem 45% no-repeat, linear-gradient(var(--accent) 0 0) 50% 100% / 0.35rem 72% no-repeat, linear-gradient(var(--accent) 0 0) 100% 100% / 0.35rem 100% no-repeat; }
.fr-header__service-tagline { margin: 0.1rem 0 0; color: var(--muted); font-size: 0.95rem; }
.fr-nav__list { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; padding: 0; margin: 0; }
.fr-nav__link { display: block; padding: 0.6rem 0; color: var(--ink); text-decoration: none; border-bottom: 3px solid transparent; }
.fr-nav__link:hover { border-color: var(--line); }
.fr-nav__link[aria-current] { border-color: var(--accent); font-weight: 650; }
.fr-breadcrumb { margin-bottom: 1.5rem; font-size: 0.9rem; }
.fr-breadcrumb__list { display: flex; flex-wrap: wrap; gap: 0.15rem 0.5rem; list-style: none; padding: 0; margin: 0; color: var(--muted); }
.fr-breadcrumb__list li + li::before { content: "›"; margin-right: 0.5rem; }
.fr-breadcrumb__link[aria-current] { color: var(--muted); }
.fr-badge { display: inline-block; margin: 0; padding: 0.1rem 0.5rem; border: 1px solid currentColor; border-radius: 3px; font-size: 0.8rem; font-weight: 650; line-height: 1.4; }
.fr-badge--info { color: var(--link); }
.fr-badge--success { color: var(--pass); }
.fr-badge--warning { color: var(--fail); }
.fr-accordion { border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); margin: 0 0 1rem; }
.fr-accordion + .fr-accordion { border-top: 0; margin-top: -1rem; }
.fr-accordion__btn { padding: 0.75rem 0.25rem; cursor: pointer; font-weight: 600; color: var(--link); }
.fr-table__container { overflow-x: auto; margin-bottom: 1.5rem; }
.fr-table table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
.fr-table caption { text-align: left; font-weight: 650; padding-bottom: 0.5rem; }
.fr-table th, .fr-table td { text-align: left; padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.fr-table thead th { border-bottom: 2px solid var(--ink); }
.fr-table tbody th { font-weight: 600; }
.fr-alert { border: 1px solid var(--line); border-left: 5px solid var(--accent); padding: 0.9rem 1.1rem; margin: 0 0 1.25rem; max-width: 50rem; }
.fr-alert--warning { background: var(--warn); border-left-color: var(--warn-line); }
.fr-alert--error { border-left-color: var(--fail); }
.fr-alert--success { border-left-color: var(--pass); }
.fr-alert__title { font-weight: 650; margin: 0 0 0.35rem; }
.fr-alert > :last-child { margin-bottom: 0; }
.fr-alert ul { padding-left: 1.2rem; }
.fr-label { display: block; font-size: 0.95rem; margin-bottom: 0.25rem; }
.fr-input, .fr-select { font: inherit; width: 100%; padding: 0.5rem 0.7rem; border: 1px solid var(--muted); border-radius: 3px; background: var(--paper); color: var(--ink); min-height: 2.75rem; }
.fr-search-bar { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.5rem; align-items: end; }
.fr-search-bar .fr-label { grid-column: 1 / -1; font-weight: 600; }
.fr-btn { font: inherit; font-weight: 600; padding: 0.5rem 1.1rem; min-height: 2.75rem; border: 1px solid var(--accent); border-radius: 3px; background: var(--accent); color: var(--accent-ink); cursor: pointer; text-decoration: none; display: inline-block; }
.fr-btn:hover { filter: brightness(1.1); }
.fr-btn--sm { font-size: 0.9rem; padding: 0.25rem 0.75rem; min-height: 2rem; }
.fr-sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.fr-btn--secondary { background: transparent; color: var(--link); }
.fr-input-group { margin-bottom: 1.25rem; max-width: 34rem; }
.fr-select-group { margin-bottom: 1.25rem; max-width: 34rem; }
.fr-upload-group { margin-bottom: 1.25rem; max-width: 34rem; }
.fr-upload { font: inherit; width: 100%; max-width: 100%; }
.fr-input-group--error, .fr-select-group--error { border-left: 3px solid var(--fail); padding-left: 0.75rem; }
.fr-fieldset { border: 0; padding: 0; margin: 0 0 1.25rem; max-width: 34rem; }
.fr-fieldset__legend { padding: 0; font-weight: 600; margin-bottom: 0.5rem; }
.fr-radio-group { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.6rem; align-items: start; margin-bottom: 0.75rem; }
.fr-radio-group input { width: 1.2rem; height: 1.2rem; margin: 0.15rem 0 0; accent-color: var(--accent); }
.fr-hint-text { display: block; color: var(--muted); font-size: 0.9rem; }
.fr-error-text { color: var(--fail); font-size: 0.95rem; }
.fr-pagination__list { display: flex; flex-wrap: wrap; gap: 0.35rem; list-style: none; padding: 0; margin: 2rem 0 0; }
.fr-pagination__link { display: block; padding: 0.35rem 0.75rem; border-radius: 3px; }
.fr-pagination__link[aria-current] { background: var(--accent); color: var(--accent-ink); text-decoration: none; }
.fr-footer { border-top: 2px solid var(--ink); padding-block: 2rem; font-size: 0.95rem; }
.fr-footer__body { display: grid; gap: 0.5rem 3rem; }
@media (min-width: 48rem) { .fr-footer__body { grid-template-columns: 12rem minmax(0, 1fr); } }
.site-name { font-weight: 750; font-size: 1.15rem; margin: 0; }
.fr-footer__content-desc { max-width: 44rem; }
.fr-footer__bottom-list { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; padding: 1rem 0 0; margin: 0; border-top: 1px solid var(--line); }
.fr-footer__bottom-copy { color: var(--muted); margin-top: 1rem; }
`;

/** What the State sheet lacks for pages without script. */
export const stateAdjustments = `
.site-menu .fr-nav__list { flex-direction: row; flex-wrap: wrap; }
.site-menu .fr-nav__item { width: auto; flex: 0 0 auto; }
.site-menu .fr-nav__item::before { content: none; }
.site-menu .fr-nav__item, .site-menu .fr-nav__item::before { box-shadow: none; }
.site-menu .fr-nav { padding-block: 0; margin: 0; }
.site-menu { border-top: 1px solid var(--line); box-shadow: inset 0 -1px 0 0 var(--line); }
details.fr-accordion > summary { list-style: none; cursor: pointer; margin-inline: 0; padding-inline: 0.25rem; }
details.fr-accordion > summary::-webkit-details-marker { display: none; }
details.fr-accordion[open] > .fr-accordion__btn::after { transform: rotate(-180deg); }
.fr-search-bar { flex-wrap: wrap; }
.fr-search-bar .fr-label { position: static; width: 100%; height: auto; clip: auto; overflow: visible; margin-bottom: 0.5rem; padding: 0; white-space: normal; }
.fr-search-bar .fr-input { flex: 1 1 8rem; width: auto; min-width: 0; }
.site-name { font-weight: 700; font-size: 1.25rem; }
details > * { box-sizing: border-box; }
.fr-table__content table th, .fr-table__content table td { white-space: normal; }
`;
