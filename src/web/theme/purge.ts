import postcss from 'postcss';

/**
 * The part of a style sheet that a site can use: rules whose every class is in `used`, fonts in `fonts`, and the
 * custom properties those rules still read. Rules for a dark scheme switched by script are left out: public pages
 * have no script.
 */
export function purge(css: string, used: ReadonlySet<string>, fonts: RegExp): string {
  const sheet = postcss.parse(css);
  sheet.walkComments((comment) => {
    comment.remove();
  });
  sheet.walkRules((rule) => {
    if (inKeyframes(rule)) return;
    const kept = rule.selectors.filter((selector) => isUsed(selector, used));
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  sheet.walkAtRules('font-face', (face) => {
    if (!fonts.test(face.toString())) face.remove();
  });
  sheet.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  dropUnreadProperties(sheet);
  return sheet.toString().replace(/\n\s*/g, '\n');
}

function isUsed(selector: string, used: ReadonlySet<string>): boolean {
  if (/data-fr-theme=|data-fr-scheme|data-fr-js/.test(selector)) return false;
  const positive = selector.replace(/:not\([^)]*\)/g, '');
  return [...positive.matchAll(/\.([a-zA-Z][\w-]*)/g)].every(([, name = '']) => used.has(name));
}

function inKeyframes(rule: postcss.Rule): boolean {
  const { parent } = rule;
  return parent?.type === 'atrule' && (parent as postcss.AtRule).name.endsWith('keyframes');
}

/** A property may only be read by another one that nobody reads: looked for until none is left. */
function dropUnreadProperties(sheet: postcss.Root): void {
  for (let dropped = 1; dropped > 0; ) {
    const read = new Set([...sheet.toString().matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    dropped = 0;
    sheet.walkDecls(/^--/, (declaration) => {
      if (read.has(declaration.prop)) return;
      declaration.remove();
      dropped += 1;
    });
  }
}
