/** Styles of the committees' pages, in both themes. */
export const committeeStyle = `
.committee-short input { max-width: 14rem; }
.committee-hash { overflow-wrap: anywhere; font-size: 0.9em; }
.committee-decision { background: var(--panel); border-left: 6px solid var(--accent); padding: 1rem 1.25rem; max-width: 50rem; }
.committee-decision > h2 { margin-top: 0; }
.committee-verdict { font-size: clamp(1.25rem, 1.1rem + 0.8vw, 1.6rem); line-height: 1.35; font-weight: 600; margin: 0 0 0.75rem; }
.committee-grid { margin: 0 0 1rem; }
.committee-grid > div { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
.committee-grid dd { margin: 0; }
.committee-score { border: 0; padding: 0; margin: 0 0 1.5rem; }
.committee-score > legend { font-weight: 600; padding: 0; margin-bottom: 0.5rem; }
.committee-score select { max-width: 10rem; }
.committee-condition { border-left: 2px solid var(--line); padding-left: 1rem; margin-bottom: 1.5rem; }
`;
