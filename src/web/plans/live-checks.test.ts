import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveChecks } from './live-checks.ts';

const page = (
  said: string,
) => `<form><div id="editeur" data-check="/plan"><textarea id="texte" name="texte">un
deux
trois</textarea></div></form><section id="verification">${said}</section>`;
let window: ReturnType<typeof parseHTML>;
const asked: string[] = [];
let answers: (() => Promise<Response>)[];

class FormFields {
  *[Symbol.iterator]() {
    yield ['texte', 'un'];
    yield ['faire', 'enregistrer'];
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  window = parseHTML(page('<p>avant <a href="#texte" data-line="2">Ligne 2</a></p>'));
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('DOMParser', window.DOMParser);
  vi.stubGlobal('FormData', FormFields);
  vi.stubGlobal('fetch', (path: string, { body }: { body: URLSearchParams }) => {
    asked.push(`${path}?${body}`);
    return answers.shift()?.() ?? Promise.reject(new Error('offline'));
  });
  liveChecks();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const type = () =>
  window.document.querySelector('textarea')?.dispatchEvent(new window.Event('input', { bubbles: true }));
const shown = () => window.document.querySelector('#verification')?.textContent;
const answer =
  (said: string, status = 200) =>
  async () =>
    new Response(page(said), { status });

test('once typing stops, the check is asked for, never a save, and its answer shown', async () => {
  answers = [answer('après')];
  type();
  await vi.advanceTimersByTimeAsync(300);
  type();
  await vi.advanceTimersByTimeAsync(599);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(10);
  expect(asked).toEqual(['/plan?texte=un&faire=verifier']);
  expect(shown()).toBe('après');
});

test('an answer that comes after a later one, a refusal and a cut connection change nothing', async () => {
  let late: (response: Response) => void = () => {};
  answers = [() => new Promise<Response>((done) => (late = done)), answer('récent'), answer('refus', 403)];
  type();
  await vi.advanceTimersByTimeAsync(700);
  type();
  await vi.advanceTimersByTimeAsync(700);
  late(new Response(page('ancien')));
  await vi.advanceTimersByTimeAsync(1);
  expect(shown()).toBe('récent');
  for (const _ of ['refused', 'offline']) {
    type();
    await vi.advanceTimersByTimeAsync(700);
  }
  expect([shown(), asked.length]).toEqual(['récent', 4]);
});

test('a choice on which fields depend shows the form anew, parts left open stay open', async () => {
  const form = (fields: string) =>
    `<form><div id="editeur" data-check="/plan"><details id="source-a"><select id="sorte" data-reshapes></select>${fields}</details></div></form><section id="verification">dit</section>`;
  window.document.body.innerHTML = form('<input id="ancien">');
  const fold = window.document.querySelector('details');
  Object.assign(fold ?? {}, { open: true });
  liveChecks();
  answers = [async () => new Response(form('<input id="nouveau">'))];
  window.document.querySelector('select')?.dispatchEvent(new window.Event('input', { bubbles: true }));
  await vi.advanceTimersByTimeAsync(10);
  expect([...window.document.querySelectorAll('input')].map(({ id }) => id)).toEqual(['nouveau']);
  expect(Reflect.get(window.document.querySelector('details') ?? {}, 'open')).toBe(true);
});

test('the link of a remark selects its line', () => {
  const text = window.document.querySelector('textarea');
  const selected: number[] = [];
  Object.assign(text ?? {}, {
    focus() {},
    setSelectionRange: (...range: number[]) => selected.push(...range),
  });
  const link = window.document.querySelector('[data-line]');
  const click = new window.Event('click', { bubbles: true, cancelable: true });
  link?.dispatchEvent(click);
  expect(text?.textContent?.slice(selected[0], selected[1])).toBe('deux');
  expect(click.defaultPrevented).toBe(true);
});
