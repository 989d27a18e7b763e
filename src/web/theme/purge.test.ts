import { expect, test } from 'vitest';
import { purge } from './purge.ts';

const sheet = `
:root { --ink: var(--black); --black: #000; --unread: red; }
/* a comment */
a { color: var(--ink) }
.fr-used, .fr-never { margin: 0 }
.fr-used .fr-never { margin: 1px }
.fr-used:not(.fr-never) { margin: 2px }
:root[data-fr-theme=dark] .fr-used { color: white }
@media (min-width: 10em) { .fr-never { margin: 3px } }
@media (min-width: 20em) { .fr-used { margin: 4px } }
@font-face { font-family: A; src: url("fonts/Kept.woff2") }
@font-face { font-family: B; src: url("fonts/Dropped.woff2") }
@keyframes turn { from { opacity: 0 } to { opacity: 1 } }
`;
const kept = purge(sheet, new Set(['fr-used']), /Kept/).replace(/\s+/g, ' ');

test('keeps the rules whose every class is used, tags and keyframes included', () => {
  expect(kept).toContain('.fr-used { margin: 0 }');
  expect(kept).toContain('.fr-used:not(.fr-never) { margin: 2px }');
  expect(kept).toContain('@media (min-width: 20em) { .fr-used { margin: 4px } }');
  expect(kept).toContain('a { color: var(--ink) }');
  expect(kept).toContain('from { opacity: 0 }');
});

test('drops what no page can show: other classes, empty media, comments, other fonts, the scripted dark scheme', () => {
  expect(kept.replace(':not(.fr-never)', '')).not.toContain('fr-never');
  expect(kept).not.toMatch(/10em|comment|Dropped|dark/);
  expect(kept).toContain('Kept.woff2');
});

test('keeps a custom property as long as something kept reads it, through others too', () => {
  expect(kept).toContain('--black: #000');
  expect(kept).not.toContain('--unread');
});
