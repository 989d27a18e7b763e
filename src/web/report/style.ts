/** The page's only style sheet: sober, one column, system fonts, colours by scheme. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --panel: #f5f5f3; --ink: #1b1b1f; --muted: #585862; --line: #cfcfd4; --grid: #e4e4e8;
  --link: #1c4f8f; --warn: #fdf3d8; --warn-line: #a86400; --fail: #a3230e; --pass: #1a6a3c;
  --series-1: #1c4f8f; --series-2: #b34700; --series-3: #2b7a4b; --series-4: #7a3f86;
  --hatch: #8a8a94;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16171b; --panel: #202228; --ink: #ececf0; --muted: #b3b3be; --line: #4a4b54; --grid: #2d2f36;
    --link: #9cc4ff; --warn: #33290f; --warn-line: #e0a63a; --fail: #ff9d8a; --pass: #86d6a5;
    --series-1: #82b4ff; --series-2: #ffac73; --series-3: #7fd39d; --series-4: #dca6e8;
    --hatch: #80818c;
  }
}
* { box-sizing: border-box; }
.hatching { position: absolute; }
html { font: 100%/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
body {
  margin: 0 auto; padding: 1.25rem 1rem 4rem; max-width: 52rem;
  background: var(--paper); color: var(--ink); overflow-wrap: break-word;
}
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 1.4rem + 2.4vw, 2.75rem); margin: 0.25rem 0 0.5rem; letter-spacing: -0.015em; }
section > .kind { font-size: 0.95rem; }
h2 { font-size: clamp(1.45rem, 1.2rem + 1.2vw, 1.9rem); margin: 0.15rem 0 1.25rem; }
h3 { font-size: 1.2rem; margin: 3rem 0 0.75rem; }
p, ul, dl { margin: 0 0 1rem; max-width: 42rem; }
code { font: 0.9em ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
dt { font-weight: 600; }
dd { margin: 0 0 0.6rem; }
@media (min-width: 40rem) {
  dl { display: grid; grid-template-columns: minmax(8rem, 11rem) minmax(0, 1fr); column-gap: 1.25rem; }
}
header { border-bottom: 2px solid var(--ink); margin-bottom: 2.5rem; }
.kind { color: var(--muted); margin: 0; }
.mission { font-size: 1.2rem; }
.internal { padding: 0.6rem 0.9rem; border: 1px solid var(--line); font-size: 0.95rem; max-width: none; }
nav { margin-bottom: 2.5rem; }
nav ul { padding-left: 1.25rem; }
section + section { border-top: 2px solid var(--ink); margin-top: 5rem; padding-top: 2.5rem; }
.warnings { background: var(--warn); border-left: 5px solid var(--warn-line); padding: 1rem 1.25rem; margin-bottom: 2rem; }
.warnings h3 { margin: 0 0 0.5rem; font-size: 1.05rem; }
.warnings ul { margin: 0; padding-left: 1.2rem; }
.headline { margin: 0 0 2rem; }
.headline .sentence { font-size: clamp(1.3rem, 1.05rem + 1.3vw, 1.75rem); line-height: 1.35; max-width: none; }
.headline.insufficient { border: 2px dashed var(--muted); padding: 1rem 1.25rem; }
.headline .refusal { font-weight: 600; margin: 0 0 0.25rem; }
.headline.insufficient .fresh { margin: 0; }
.fresh, .note { color: var(--muted); font-size: 0.95rem; }
.evidence { background: var(--panel); padding: 1.25rem; }
.evidence h3 { margin: 0 0 0.9rem; }
.evidence > :last-child { margin-bottom: 0; }
.ladder { list-style: none; display: flex; gap: 3px; padding: 0; margin: 0 0 0.9rem; }
.ladder li { flex: 1 1 0; min-width: 0; border-top: 8px solid var(--line); padding-top: 0.3rem; font-size: 0.8rem; line-height: 1.25; color: var(--muted); }
.ladder .below { border-color: var(--series-1); }
.ladder .here { border-color: var(--series-1); color: var(--ink); font-weight: 700; }
@media (max-width: 39.99rem) { .ladder span { display: none; } .ladder b { font-size: 0.9rem; } }
.checks { list-style: none; padding: 0; }
.checks li { display: grid; grid-template-columns: 7rem minmax(0, 1fr); margin: 0 0 0.4rem; }
@media (max-width: 25rem) { .checks li { display: block; margin-bottom: 0.7rem; } .checks .status { display: block; } }
.checks .status { font-weight: 600; }
.checks svg { margin-right: 0.4rem; fill: none; stroke: currentColor; stroke-width: 2; vertical-align: -0.05em; }
.checks .passed .status { color: var(--pass); }
.checks .failed .status { color: var(--fail); }
.checks .not-applicable .status { color: var(--muted); }
figure { margin: 0 0 2rem; }
figcaption { font-weight: 600; font-size: 1.05rem; margin-bottom: 0.75rem; max-width: 42rem; text-wrap: pretty; }
.headline .rest { display: block; font-size: 0.78em; margin-top: 0.6rem; }
figure svg { display: block; width: 100%; height: auto; overflow: visible; }
figure .narrow { max-width: 30rem; }
figure .wide { display: none; }
figure .note { margin-top: 0.5rem; }
@media (min-width: 50rem) { figure .narrow { display: none; } figure .wide { display: block; } }
svg text, svg tspan { white-space: pre; }
summary { cursor: pointer; padding: 0.35rem 0; color: var(--link); text-decoration: underline; text-underline-offset: 0.2em; }
details > :last-child { margin-bottom: 1rem; }
.scroll { position: relative; overflow-x: auto; margin: 0 0 1.5rem; }
@media screen {
  .scroll {
    background: linear-gradient(to left, var(--paper) 40%, transparent) 100% 0 / 2.5rem 100% no-repeat local,
      linear-gradient(to left, color-mix(in srgb, var(--ink) 25%, transparent), transparent) 100% 0 / 0.8rem 100% no-repeat scroll;
  }
}
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; font-variant-numeric: tabular-nums; }
table.short { width: auto; min-width: min(100%, 24rem); }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0 0.5rem; }
th, td { padding: 0.45rem 0.7rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
th:first-child, .refused { text-align: left; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); line-height: 1.3; }
tbody th { font-weight: 500; min-width: 7rem; max-width: 16rem; }
td { white-space: nowrap; }
td.refused { white-space: normal; min-width: 15rem; max-width: 24rem; }
td small { display: block; font-size: 0.9em; }
tbody + tbody { border-top: 1px solid var(--muted); }
tbody th, thead th:first-child { position: sticky; left: 0; background: var(--paper); }
@media (max-width: 39.99rem) { tbody th { max-width: 9rem; } th, td { padding-inline: 0.5rem; } }
@media (min-width: 60rem) {
  .scroll.wide { width: max-content; max-width: min(100vw - 4rem, 74rem); margin-left: 50%; transform: translateX(-50%); }
}
.triangle th, .triangle td { padding: 0.35rem 0.45rem; }
.triangle small { font-size: 0.75rem; line-height: 1.2; }
.immature, .swatch {
  background-image: repeating-linear-gradient(-45deg, transparent 0 7px, color-mix(in srgb, var(--hatch) 45%, transparent) 7px 8.5px);
}
.swatch { display: inline-block; width: 1.6rem; height: 1rem; border: 1px solid var(--line); vertical-align: -0.1rem; }
.tint-1 { background: color-mix(in srgb, var(--series-1) 5%, var(--paper)); }
.tint-2 { background: color-mix(in srgb, var(--series-1) 10%, var(--paper)); }
.tint-3 { background: color-mix(in srgb, var(--series-1) 16%, var(--paper)); }
.tint-4 { background: color-mix(in srgb, var(--series-1) 22%, var(--paper)); }
.tint-5 { background: color-mix(in srgb, var(--series-1) 28%, var(--paper)); }
footer { border-top: 1px solid var(--line); margin-top: 4rem; padding-top: 1rem; color: var(--muted); font-size: 0.95rem; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --panel: #ffffff; --ink: #000000; --muted: #404048; --line: #b5b5bb; --grid: #e4e4e8;
    --warn: #ffffff; --warn-line: #a86400; --fail: #a3230e; --pass: #1a6a3c; --link: #000000;
    --series-1: #1c4f8f; --series-2: #b34700; --series-3: #2b7a4b; --series-4: #7a3f86; --hatch: #8a8a94;
  }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .skip, nav, summary { display: none; }
  details::details-content { content-visibility: visible; display: block; }
  .evidence, .warnings { border: 1px solid var(--line); }
  figure .narrow { display: none; }
  figure .wide { display: block; }
  figure, .evidence, .warnings, tr { break-inside: avoid; }
  h2, h3, figcaption { break-after: avoid; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  td { white-space: normal; }
}
`;

/** The hatching that every chart of the page refers to. */
export const hatchPattern = `<svg width="0" height="0" aria-hidden="true" focusable="false" class="hatching"><defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="var(--panel)"/><rect width="1.6" height="8" fill="var(--hatch)" fill-opacity="0.5"/></pattern></defs></svg>`;
