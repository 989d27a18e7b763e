import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The page someone reads without script, opened again with script on: the checker is one. */
export async function sound(read: Page, checker: Page): Promise<void> {
  await checker.context().addCookies(await read.context().cookies());
  await checker.goto(read.url());
  await checker.evaluate(axe.source);
  const name = new URL(read.url()).pathname;
  for (const width of [390, 1280]) {
    await checker.setViewportSize({ width, height: 900 });
    const problems = await checker.evaluate<string[]>(
      `axe.run(document, { resultTypes: ['violations'] }).then((result) =>
        result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.html.slice(0, 160))))`,
    );
    const overflow = await checker.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect({ name, width, problems, overflow }).toEqual({ name, width, problems: [], overflow: 0 });
  }
}
