/** Styles of the pages of reviews, in both themes. */
export const reviewStyle = `
.review-part { margin-top: 2.5rem; }
.review-state .fr-badge { margin-bottom: 0.6rem; }
.review-state p { max-width: 46rem; }
.review-lines { border: 1px solid var(--line); background: var(--panel); padding: 0.5rem 0; overflow-x: auto; max-width: 60rem; }
.review-line { display: grid; grid-template-columns: 3.25rem minmax(0, 1fr); align-items: baseline; }
.review-line > a, .review-line > span { text-align: right; padding: 0.1rem 0.75rem 0.1rem 0; font-size: 0.85rem; font-variant-numeric: tabular-nums; }
.review-line > span { color: var(--muted); }
.review-line code { white-space: pre-wrap; overflow-wrap: anywhere; background: none; padding: 0; font-size: 0.9rem; }
.review-line:target, .review-line:hover { background: var(--soft); }
.review-line-said code { font-weight: 600; }
.review-thread { border-left: 4px solid var(--accent); background: var(--paper); padding: 0.5rem 0 0.5rem 1rem; margin: 0.5rem 1rem 0.75rem 3.25rem; max-width: 44rem; }
.review-passages .review-thread { margin-left: 0; }
.review-thread-closed { border-left-color: var(--line); }
.review-thread .freshness { margin-bottom: 0.25rem; }
.review-reply { border-left: 2px solid var(--line); padding-left: 0.75rem; margin: 0.5rem 0; }
.review-answer > summary { cursor: pointer; color: var(--link); text-decoration: underline; text-underline-offset: 0.2em; padding: 0.25rem 0; }
.review-passages > div { padding: 0.75rem 0; border-bottom: 1px solid var(--line); max-width: 50rem; }
.review-passages dt { font-weight: 600; }
.review-passages dd { margin: 0; }
.review-passages p { margin: 0.25rem 0 0.4rem; }
.review-checklist { max-width: 50rem; }
.review-item { border: 0; padding: 0.6rem 0 0.4rem; margin: 0; display: flex; flex-wrap: wrap; gap: 0 1.75rem; }
.review-item legend { font-weight: 600; padding: 0; margin-bottom: 0.5rem; width: 100%; }
.review-item legend .fr-hint-text { font-weight: 400; display: block; }
.review-item .fr-radio-group { margin-bottom: 0.5rem; }
.review-given { border-left: 4px solid var(--line); padding-left: 1rem; margin: 0.5rem 0 1.5rem; max-width: 50rem; }
.review-given p { margin-bottom: 0.4rem; }
.review-waiting { padding-left: 1.25rem; }
.review-waiting li { margin-bottom: 0.75rem; }
.review-current { border-left: 6px solid var(--accent); padding-left: 1.25rem; margin: 1rem 0 2rem; max-width: 46rem; }
.review-current h3 { margin-top: 0; }
`;
