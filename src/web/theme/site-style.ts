/** Styles of the site's own parts, in both themes: colours come from the theme. */
export const siteStyle = `
.hatching { position: absolute; }
.fr-container:focus, #menu:focus, #pied:focus { outline: none; }
main { padding-block: 1rem 4rem; }
main:not(:has(> .fr-breadcrumb)) { padding-top: 2.5rem; }
.project-choice { margin-bottom: 1.5rem; }
.project-choice > a { margin-left: 2rem; }
main form + p { margin-top: 1.25rem; }
main .fr-accordion:not(:has(+ .fr-accordion)), main .fr-alert:not(:last-child) { margin-bottom: 1.25rem; }
main h1, main h2, main h3 { text-wrap: balance; }
main :is(form, ul, ol, dl, details, .form-choices, .fr-alert, .plan-check) + h2 { margin-top: 2.5rem; }
main :is(form, ul, ol, details) + h3 { margin-top: 2rem; }
main .fr-upload-group:not(:last-child) { margin-bottom: 1.5rem; }
.prose, .service, .portfolio-head { overflow-wrap: break-word; }
.prose > *, .service > section > p, .service > section > ul, .service > section > ol { max-width: 44rem; }
.prose > .fr-table, .prose > .guide, .prose > .service-list, .prose > section:has(> .service-list) { max-width: none; }
.fr-table__container { position: relative; }
.form-choices { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; }
.form-choices > * { margin-block: 0; }
form + .form-choices { margin-top: 1rem; }
.guide > p, .guide > ul, .guide > ol, .guide > h2, .guide > h3 { max-width: 44rem; }
.mission { font-size: 1.2rem; line-height: 1.55; max-width: 44rem; }
.service > section { margin-top: 3rem; }
.service > .opening { margin-top: 1.5rem; }
.service-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1.25rem; }
.service-head h1 { margin: 0; }
.service-facts { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; list-style: none; padding: 0; margin: 0; color: var(--muted); }
.service-facts li { padding: 0; }
.demonstration { border: 1px dashed var(--muted); padding: 0.6rem 0.9rem; margin: 1rem 0; max-width: 44rem; font-size: 0.95rem; }
.purpose { margin: 0 0 1rem; display: grid; gap: 0.2rem 1.5rem; max-width: 50rem; }
.purpose dt { font-weight: 700; }
@media (min-width: 44rem) { .purpose dt { margin-bottom: 0.7rem; } }
.purpose dd { margin: 0 0 0.7rem; }
@media (min-width: 44rem) { .purpose { grid-template-columns: 11rem minmax(0, 1fr); } }
.next-to-do { border-left: 6px solid var(--accent); padding-left: 1.25rem; margin: 1.5rem 0 2rem; max-width: 46rem; }
.next-to-do h2 { margin-top: 0; }
.known { border-left: 6px solid var(--accent); padding-left: 1.25rem; }
.known h2 { font-size: 1rem; line-height: 1.4; margin: 0 0 0.6rem; color: var(--muted); font-weight: 600; }
.known .sentence { font-size: clamp(1.35rem, 1.1rem + 1.3vw, 1.85rem); line-height: 1.35; font-weight: 600; max-width: 46rem; margin: 0 0 0.75rem; text-wrap: pretty; }
.known .sentence-rest { font-size: 1.1rem; line-height: 1.5; margin: 0 0 1rem; }
.freshness { color: var(--muted); font-size: 0.95rem; margin: 0 0 0.75rem; }
.stale { color: var(--fail); }
.level { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.6rem; font-weight: 600; line-height: 1.3; }
.level-squares { display: inline-flex; gap: 3px; }
.level-squares span { width: 0.8rem; height: 0.8rem; border: 2px solid var(--accent); }
.level-squares .on { background: var(--accent); }
.level-link { display: inline-block; padding: 0.15rem 0; }
.evidence-badge { border: 1px solid var(--line); background: var(--panel); max-width: 50rem; margin-bottom: 1rem; }
.evidence-badge > summary { display: grid; gap: 0.35rem; padding: 1rem 1.25rem; cursor: pointer; list-style: none; }
.evidence-badge > summary::-webkit-details-marker { display: none; }
.evidence-more { color: var(--link); text-decoration: underline; text-underline-offset: 0.2em; }
.evidence-badge[open] .evidence-more { color: var(--muted); text-decoration: none; }
.evidence-badge > div { padding: 0.5rem 1.25rem 1rem; border-top: 1px solid var(--line); }
.matrix { margin: 0; border-top: 2px solid var(--ink); max-width: 60rem; }
.matrix-row { display: grid; gap: 0.25rem 2rem; padding: 1rem 0; border-bottom: 1px solid var(--line); }
@media (min-width: 48rem) { .matrix-row { grid-template-columns: 16rem minmax(0, 1fr); } }
.matrix + p { margin-top: 1.25rem; }
.prose > .costs { max-width: 60rem; }
.prose > .costs > p { max-width: 44rem; }
.prose > section + section { margin-top: 3rem; }
.prose > .fr-alert + section { margin-top: 2rem; }
.costs .plan-fields + .fr-btn { margin-top: 1.5rem; }
.matrix dt strong { display: block; }
.matrix dt span { color: var(--muted); font-size: 0.95rem; }
.matrix dd { margin: 0; }
.matrix p { margin: 0 0 0.4rem; }
.answer + .answer { margin-top: 1rem; }
.answer-name { font-weight: 600; }
.unmeasured, .unmeasured-line { color: var(--muted); }
.timeline, .past { padding-left: 1.25rem; }
.timeline li, .past li { margin-bottom: 0.6rem; }
.downloads li { margin-bottom: 0.35rem; }
pre { background: var(--panel); border: 1px solid var(--line); padding: 0.75rem 1rem; overflow-x: auto; max-width: 100%; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: 0.9em ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.address { overflow-wrap: break-word; }
.fold-body { padding: 0.25rem 0 1.25rem; }
details + :is(h2, h3) { margin-top: 2rem; }
.portfolio-count { color: var(--muted); max-width: 44rem; }
.filters { background: var(--panel); padding: 1.25rem; margin: 1.5rem 0 2rem; }
.filter-more { margin-top: 0.9rem; }
.filter-more > summary { cursor: pointer; color: var(--link); text-decoration: underline; text-underline-offset: 0.2em; padding: 0.25rem 0; width: fit-content; }
.filter-choices { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem 1rem; align-items: end; margin-top: 1rem; }
@media (min-width: 36rem) { .filter-choices { grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); } }
.filter-choices .fr-select-group { margin: 0; min-width: 0; }
.service-list { list-style: none; padding: 0; margin: 0; border-top: 2px solid var(--ink); }
.service-item { display: grid; gap: 0.6rem 2rem; padding: 1.5rem 0; border-bottom: 1px solid var(--line); }
@media (min-width: 62rem) { .service-item { grid-template-columns: 17rem minmax(0, 1fr) 14rem; } }
.service-item p { margin: 0 0 0.35rem; }
.service-item h3 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 0.25rem; }
.service-item-effect { font-weight: 600; }
.service-item-facts { color: var(--muted); font-size: 0.95rem; display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; }
.service-item-known { font-size: 1.1rem; line-height: 1.5; max-width: 42rem; }
@media (min-width: 62rem) { .desk-filters .filter-choices { grid-template-columns: repeat(4, minmax(0, 1fr)); } }
.prose > search:has(.desk-filters) { max-width: none; }
.desk-tasks { padding-left: 1.1rem; margin: 0.5rem 0; }
.desk-tasks li { padding-bottom: 0.35rem; }
.desk-item h4 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 0.25rem; }
.desk-item .service-item-known { font-size: 1.05rem; }
.desk-suggestion { border-left: 3px solid var(--accent); padding-left: 0.75rem; font-size: 1rem; }
.desk-fact { font-size: 0.95rem; }
.desk-means { max-width: 44rem; }
.waiting { margin-top: 3rem; }
.waiting h3 { margin: 2rem 0 0.35rem; }
.waiting-step { max-width: 44rem; margin: 0 0 0.75rem; }
.waiting-list { list-style: none; padding: 0; margin: 0; display: grid; gap: 0 2.5rem; border-top: 1px solid var(--line); }
@media (min-width: 48rem) { .waiting-list { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.waiting-list li { padding: 0.6rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
.waiting-list a { font-weight: 600; }
.waiting-list span { display: block; color: var(--muted); font-size: 0.95rem; line-height: 1.4; }
.service-item-state { font-size: 0.95rem; }
.tied { white-space: nowrap; }
.nothing { font-size: 1.1rem; padding: 2rem 0; }
.figures .scroll, .guide .scroll { overflow-x: auto; margin-bottom: 1.5rem; position: relative; }
.guide table { border-collapse: collapse; font-size: 0.95rem; }
.guide th, .guide td { padding: 0.45rem 0.75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.guide th { border-bottom: 2px solid var(--ink); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.figures p, .figures ul { max-width: 44rem; }
.figures figure { max-width: 54rem; }
.figures .scroll { max-width: 60rem; }
.purpose, .purpose dt, .purpose dd, .matrix, .matrix dt, .matrix dd { padding: 0; }
.figures .headline { border-left: 6px solid var(--accent); padding-left: 1.25rem; }
.figures .headline.insufficient { border-left-style: dashed; }
.embed { padding: 1rem; border: 1px solid var(--line); }
.embed-name { font-size: 1rem; margin: 0 0 0.5rem; color: var(--muted); }
.embed .sentence { font-size: 1.15rem; line-height: 1.4; font-weight: 600; margin: 0 0 0.5rem; }
.registration { border-left: 4px solid var(--accent); padding-left: 0.9rem; max-width: 44rem; }
@media (max-width: 47.99rem) {
  .table-cards table, .table-cards tbody, .table-cards tr, .table-cards tbody th, .table-cards td, .table-cards caption { display: block !important; width: auto; min-width: 0; background: none !important; border: 0; box-shadow: none; }
  .table-cards thead { display: block; position: absolute !important; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .table-cards tbody tr { border: 1px solid var(--line); padding: 0.75rem 1rem; margin-bottom: 1rem; }
  .table-cards tbody tr::after, .table-cards tbody th::after, .table-cards tbody td::after { content: none !important; }
  .table-cards tbody th, .table-cards tbody td { padding: 0.15rem 0 !important; text-align: left; overflow-wrap: anywhere; }
  .table-cards td[data-column]::before { content: attr(data-column) " : "; color: var(--muted); }
  .table-cards td[data-column="Action"]::before { content: none; }
}
.difference { overflow-x: auto; border: 1px solid var(--line); margin-bottom: 1.5rem; }
.difference table { border-collapse: collapse; width: 100%; font: 0.875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.difference caption { text-align: left; font: 600 0.95rem/1.4 inherit; padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--line); }
.difference td { padding: 0.05rem 0.6rem; vertical-align: top; }
.difference-text { white-space: pre-wrap; overflow-wrap: anywhere; width: 100%; }
.difference-number { color: var(--muted); text-align: right; }
.difference-added { background: color-mix(in srgb, var(--pass) 14%, var(--paper)); }
.difference-removed { background: color-mix(in srgb, var(--fail) 12%, var(--paper)); }
.difference tbody + tbody tr:first-child td { border-top: 2px dotted var(--muted); }
@media print { .fr-nav, .filters, .fr-skiplinks, .fr-footer, .fr-breadcrumb { display: none; } }
`;
