import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Marked, Renderer } from 'marked';
import { typeset } from '../../platform/french/typography.ts';
import { methodPath } from '../view/addresses.ts';

/** A guide in French, ready for a page. */
export interface Guide {
  readonly slug: string;
  readonly title: string;
  /** What follows the title, as HTML. */
  readonly html: string;
}

const docs = new URL('../../../docs/', import.meta.url);
/** Guides outside the folder of methods that method pages refer to. */
const others = ['suivi', 'plan', 'editeur', 'relecture', 'simulation', 'couts'] as const;

/** Reads every guide once; the first, `README`, helps to choose among them. */
export function readGuides(): ReadonlyMap<string, Guide> {
  const folder = new URL('methodes/', docs);
  const files = [
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ slug: name.slice(0, -3), url: new URL(name, folder) })),
    ...others
      .map((slug) => ({ slug, url: new URL(`${slug}.md`, docs) }))
      .filter(({ url }) => existsSync(url)),
  ];
  const slugs = new Set(files.map(({ slug }) => slug));
  return new Map(files.map(({ slug, url }) => [slug, toGuide(slug, readFileSync(url, 'utf8'), slugs)]));
}

function toGuide(slug: string, text: string, slugs: ReadonlySet<string>): Guide {
  const [, title = slug] = /^#\s+(.+)$/m.exec(text) ?? [];
  const body = text.replace(/^#\s+.+$/m, '');
  return { slug, title: plain(title), html: markdown(slugs).parse(body, { async: false }) };
}

const plain = (title: string): string => typeset(title.replace(/[`*]/g, ''));

/** Markdown of our own guides: links lead to pages of the site, tables and code scroll by the keyboard. */
function markdown(slugs: ReadonlySet<string>): Marked {
  const own = new Marked();
  own.use({
    renderer: {
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const target = internal(href, slugs);
        return target === null ? text : `<a href="${target}">${text}</a>`;
      },
      table(token) {
        const name = token.header[0]?.text ?? 'Tableau';
        const label = name.replace(/["<>&]/g, '') || 'Tableau';
        return `<div class="scroll" role="group" tabindex="0" aria-label="${label}">${Renderer.prototype.table.call(this, token)}</div>`;
      },
      code(token) {
        return Renderer.prototype.code.call(this, token).replace('<pre>', '<pre tabindex="0">');
      },
      image: ({ text }) => text,
      html: () => '',
    },
  });
  return own;
}

/** The page of the site a link of a guide leads to; null: nothing of this site, the words stay without the link. */
function internal(href: string, slugs: ReadonlySet<string>): string | null {
  if (href.startsWith('#')) return href;
  if (/^https?:/.test(href)) return href.replace(/"/g, '%22');
  const [, slug = '', anchor = ''] = /([\w-]+)\.md(#[\w-]*)?$/.exec(href) ?? [];
  if (!slugs.has(slug)) return null;
  return `${slug === 'README' ? '/methodes' : methodPath(slug)}${anchor}`;
}
