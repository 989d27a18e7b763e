/** Styles of the editor of plans, in both themes. */
export const planStyle = `
.plan-links { list-style: none; padding: 0; margin-bottom: 1rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; }
.prose > form, .prose > .plan-check, .prose > .difference { max-width: 60rem; }
.fr-input-group:has(> .plan-text) { max-width: none; }
@media (min-width: 48rem) { .plan-fields { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 2rem; align-items: end; } }
.plan-text { font: 0.9rem/1.55 ui-monospace, "SF Mono", Menlo, Consolas, monospace; white-space: pre; overflow: auto; tab-size: 2; resize: vertical; }
.plan-buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1rem 0 2rem; }
.plan-check { border-top: 2px solid var(--ink); margin-top: 1rem; padding-top: 1.25rem; }
.plan-remarks li { margin-bottom: 0.75rem; }
.plan-example { border: 1px dashed var(--muted); padding: 0.5rem 0.9rem; max-width: 44rem; }
.plan-sentences { border-left: 6px dashed var(--line); padding-left: 1.25rem; margin-bottom: 1.25rem; max-width: 48rem; }
.plan-reading { white-space: pre-wrap; }
.plan-when { color: var(--muted); display: block; }
.plan-fields { margin-bottom: 1rem; }
.plan-fields > .plan-table { grid-column: 1 / -1; }
.plan-table, .plan-adding { border: 0; padding: 0; margin: 0 0 1.5rem; min-width: 0; }
.plan-table > legend { padding: 0; margin-bottom: 0.5rem; }
.plan-row { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.5rem 0.75rem; padding: 0.5rem 0 0.75rem; border-bottom: 1px solid var(--line); align-items: end; }
.plan-cell-label { display: block; font-size: 0.9rem; color: var(--muted); margin-bottom: 0.15rem; }
@media (min-width: 48rem) {
  .plan-row { grid-template-columns: none; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); padding: 0.15rem 0; border: 0; }
  .plan-row + .plan-row .plan-cell-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
}
.plan-case { background: var(--panel); border: 1px solid var(--line); padding: 1rem 1.25rem; margin: 1rem 0 1.5rem; }
#editeur > h2 { margin-top: 2.5rem; }
.plan-group { border-top: 1px solid var(--line); margin: 0.5rem 0; }
.plan-group > summary { cursor: pointer; padding: 0.75rem 0; font-weight: 600; color: var(--link); }
.plan-group > summary .plan-when { display: inline; font-weight: 400; margin-left: 0.5rem; }
.plan-adding { background: var(--panel); border: 1px solid var(--line); padding: 1rem 1.25rem; margin-top: 1rem; }
.plan-adding > legend { float: left; width: 100%; padding: 0; margin-bottom: 0.75rem; font-weight: 600; }
.plan-adding > legend + * { clear: both; }
.plan-remove { margin: 0.25rem 0 0.75rem; }
`;
