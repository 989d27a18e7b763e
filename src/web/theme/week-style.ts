/** Styles of the weekly run's page, in both themes. */
export const weekStyle = `
.week-lines, .week-written { list-style: none; padding: 0; margin: 0 0 1rem; max-width: 44rem; }
.week-lines li, .week-written li { padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
.week-mark { display: inline-block; margin-right: 0.5rem; padding: 0 0.45rem; border: 1px solid var(--muted); font-size: 0.85rem; font-weight: 600; color: var(--muted); }
.week-mark-real { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
.week-mark-broken { border-color: var(--fail); color: var(--fail); }
.week-section { margin-top: 2.5rem; }
.week-text { white-space: pre-line; margin: 0 0 0.35rem; }
.week-last-step { background: var(--panel); border-left: 4px solid var(--accent); padding: 0.75rem 1rem; margin-bottom: 1.5rem; max-width: 44rem; }
.week-ends { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
.week-number input { max-width: 8rem; }
.week-squares { display: grid; grid-template-columns: repeat(13, 1fr); gap: 4px; max-width: 26rem; margin: 0.75rem 0; }
@media (min-width: 48rem) { .week-squares { grid-template-columns: repeat(26, 1fr); max-width: 44rem; } }
.week-square { display: inline-block; aspect-ratio: 1; min-width: 0.85rem; border: 2px solid var(--line); background: var(--line); }
.week-square-done { background: var(--accent); border-color: var(--accent); }
.week-square-measured { background: transparent; border-color: var(--accent); }
.week-square-holiday { background: transparent; border-style: dotted; border-color: var(--muted); }
.week-square-forgiven { background: var(--soft); border-color: var(--muted); }
.week-square-current { background: transparent; border-color: var(--ink); }
.week-legend { list-style: none; padding: 0; margin: 0 0 0.75rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; font-size: 0.95rem; color: var(--muted); }
.week-legend li { display: flex; gap: 0.4rem; align-items: center; }
.week-legend .week-square { width: 0.85rem; }
`;
