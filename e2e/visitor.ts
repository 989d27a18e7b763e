import type { Page } from 'playwright-core';
import { pause } from './real-site.ts';
import { sound } from './sound.ts';

/** Someone who reads and presses, without script; every page is also checked by axe at two widths. */
export class Visitor {
  readonly page: Page;
  readonly #checker: Page;
  /** Pages opened and forms sent. */
  steps = 0;
  /** Milliseconds spent checking rather than measuring. */
  checking = 0;

  constructor(page: Page, checker: Page) {
    this.page = page;
    this.#checker = checker;
    page.setDefaultTimeout(60_000);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).first().click();
    this.steps += 1;
  }

  /** Looks again until the button is there: the site may be doing by itself what it asks for. */
  async untilOffered(name: string): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: true }).first();
    for (let look = 0; look < 120 && !(await button.isVisible()); look++) {
      await pause(500);
      await this.page.reload();
      this.steps += 1;
    }
  }

  async follow(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).first().click();
    this.steps += 1;
  }

  async write(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields))
      await this.page.getByLabel(label).first().fill(value);
  }

  /** What the page says. */
  async reads(): Promise<string> {
    return (await this.page.locator('main').textContent()) ?? '';
  }

  /** Looks again, as someone would, until the page says so. */
  async lookUntil(wanted: RegExp): Promise<void> {
    for (let look = 0; look < 60; look++) {
      if (wanted.test(await this.reads())) return;
      await pause(500);
      await this.page.reload();
      this.steps += 1;
    }
    throw new Error(`never said ${wanted}: ${await this.reads()}`);
  }

  async sound(): Promise<void> {
    const from = performance.now();
    await sound(this.page, this.#checker);
    this.checking += performance.now() - from;
  }
}
