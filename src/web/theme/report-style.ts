import postcss from 'postcss';
import { style } from '../report/style.ts';

/** Parts of the report's own page that the site draws itself. */
const pageParts = /^(:root|\*|html|body|header|footer|nav|a|h1|h2|h3|p, ul, dl|\.skip|:focus-visible|code)\b/;

/** The report's colours, by scheme, and the styles of its figures within the part of a page of class `figures`. */
export function reportStyle(): { readonly colours: string; readonly figures: string } {
  const colours: string[] = [];
  const sheet = postcss.parse(style);
  sheet.walkRules(':root', (rule) => {
    const dark = rule.parent?.type === 'atrule' ? (rule.parent as postcss.AtRule) : null;
    if (dark?.name === 'media' && dark.params === 'print') return;
    colours.push(dark === null ? rule.toString() : `@media ${dark.params} { ${rule.toString()} }`);
  });
  sheet.walkRules((rule) => {
    if (pageParts.test(rule.selector) || rule.selector === '*') rule.remove();
    else rule.selectors = rule.selectors.map((selector) => `.figures ${selector}`);
  });
  sheet.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return { colours: colours.join('\n'), figures: sheet.toString() };
}
