import { expect, test } from 'vitest';
import { readGuides } from './guides.ts';

const guides = readGuides();

test('every guide has its title, and a text without a second one', () => {
  expect(guides.size).toBeGreaterThan(15);
  for (const { slug, title, html } of guides.values()) {
    expect(title, slug).not.toBe(slug);
    expect(html.length, slug).toBeGreaterThan(200);
    expect(html, slug).not.toContain('<h1');
  }
});

test('links lead to guides of the site, or elsewhere whole; none to a file', () => {
  for (const { slug, html } of guides.values()) {
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) {
      expect(href, slug).not.toContain('.md');
      const [, linked] = /^\/methodes\/([^#]+)/.exec(href) ?? [];
      if (linked !== undefined) expect(guides.has(linked), `${slug} → ${href}`).toBe(true);
    }
  }
});

test('tables and code can be scrolled with the keyboard', () => {
  for (const { slug, html } of guides.values()) {
    const count = (pattern: RegExp) => [...html.matchAll(pattern)].length;
    expect(count(/<table>/g), slug).toBe(count(/class="scroll" role="group" tabindex="0"/g));
    expect(count(/<pre/g), slug).toBe(count(/<pre tabindex="0"/g));
  }
});
