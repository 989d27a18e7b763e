import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityProblems, overflow } from './page-checks.ts';

/** The page someone reads without script, opened again with script on: the checker is one. */
export async function sound(read: Page, checker: Page): Promise<void> {
  await checker.context().addCookies(await read.context().cookies());
  await checker.goto(read.url());
  const name = new URL(read.url()).pathname;
  for (const width of [390, 1280]) {
    await checker.setViewportSize({ width, height: 900 });
    const problems = await accessibilityProblems(checker);
    const wider = await overflow(checker);
    expect({ name, width, problems, wider }).toEqual({ name, width, problems: [], wider: 0 });
  }
}
