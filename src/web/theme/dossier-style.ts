/** Styles of a committee's dossier, on screen and printed by a browser, in both themes. */
export const dossierStyle = `
.dossier-section { margin-top: 2.25rem; max-width: 60rem; }
.dossier-section > p, .dossier-section > ul { max-width: 44rem; }
.dossier-sentence { font-size: clamp(1.25rem, 1.1rem + 0.9vw, 1.6rem); line-height: 1.35; font-weight: 600; text-wrap: pretty; }
.dossier-note { color: var(--muted); font-size: 0.95rem; }
.dossier-question { background: var(--panel); border-left: 6px solid var(--accent); padding: 0.9rem 1.25rem; margin: 0 0 1rem; max-width: 46rem; font-size: 1.15rem; white-space: pre-line; }
.dossier-proofs { border-top: 2px solid var(--ink); margin-top: 4rem; padding-top: 1rem; }
.prose > .dossier { max-width: 60rem; }
.dossier td, .dossier th { min-width: 7rem; overflow-wrap: anywhere; }
.dossier td:nth-child(2):not(:last-child) { min-width: 9rem; }
.dossier caption { font-size: 1rem; line-height: 1.4; font-weight: 600; }
@page dossier { size: A4; margin: 1.6cm 2cm; }
@media print {
  .dossier { page: dossier; }
  html:has(.dossier) { font-size: 64%; }
  body:has(.dossier) > .fr-header, .dossier-actions { display: none; }
  .dossier .level-squares span { print-color-adjust: exact; }
  .dossier .fr-table *, .dossier .scroll { overflow: visible; }
  .dossier-section { margin-top: 1.25rem; }
  .dossier h2, .dossier h3, .dossier caption, .dossier figcaption { break-after: avoid; }
  .dossier tr, .dossier svg, .dossier-question { break-inside: avoid; }
  .dossier details { display: none; }
  .dossier-proofs { break-before: page; border: 0; margin-top: 0; }
}
`;
