/** What of a page this script touches: enough to type it without the types of a browser. */
interface Part {
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly value: string;
  readonly id: string;
  readonly parentElement: Part | null;
  innerHTML: string;
  open: boolean;
  focus(): void;
  setSelectionRange(start: number, end: number): void;
  closest(selector: string): Part | null;
  querySelector(selector: string): Part | null;
  querySelectorAll(selector: string): Iterable<Part>;
  addEventListener(type: string, heard: (event: { target: Part; preventDefault(): void }) => void): void;
}
interface Browser {
  readonly document: Pick<Part, 'querySelector' | 'querySelectorAll' | 'addEventListener'> & {
    getElementById(id: string): Part | null;
    readonly activeElement: Part | null;
  };
  readonly FormData: new (form: Part) => Iterable<[string, string]>;
  readonly DOMParser: new () => {
    parseFromString(html: string, type: string): Pick<Part, 'querySelector' | 'querySelectorAll'>;
  };
}

/**
 * Runs in the browser, sent as its own text: it uses nothing from outside itself. Asks for the check of what is being
 * typed, by the same address as the button « Vérifier »; shows anew the fields that depend on a choice; takes a remark's
 * link to the line or the field it speaks of.
 */
export function liveChecks(): void {
  const { document, FormData, DOMParser } = globalThis as unknown as Browser;
  const editor = document.querySelector('#editeur');
  const form = editor?.closest('form') ?? null;
  if (editor === null || form === null) return;
  let waiting: ReturnType<typeof setTimeout>;
  let asked = 0;

  const check = async (reshapes: boolean) => {
    const rank = ++asked;
    const body = new URLSearchParams([...new FormData(form)]);
    body.set('faire', 'verifier');
    const answer = await fetch(editor.dataset.check ?? '', { method: 'POST', body }).catch(() => null);
    if (answer === null || !answer.ok || rank !== asked) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const replace = (selector: string) => {
      const [from, to] = [fresh.querySelector(selector), document.querySelector(selector)];
      if (from !== null && to !== null) to.innerHTML = from.innerHTML;
    };
    replace('#verification');
    if (!reshapes) {
      for (const said of fresh.querySelectorAll('[data-said]')) {
        const shown = document.getElementById(said.id);
        if (shown !== null) shown.innerHTML = said.innerHTML;
      }
      return;
    }
    const focused = document.activeElement?.id ?? '';
    const opened = [...document.querySelectorAll('#editeur details')].filter(({ open }) => open);
    const ids = opened.map(({ id }) => id);
    replace('#editeur');
    for (const id of ids) {
      const part = document.getElementById(id);
      if (part !== null) part.open = true;
    }
    document.getElementById(focused)?.focus();
  };
  form.addEventListener('input', ({ target }) => {
    clearTimeout(waiting);
    const reshapes = target.dataset.reshapes !== undefined;
    waiting = setTimeout(() => check(reshapes), reshapes ? 0 : 600);
  });

  document.addEventListener('click', ({ target }) => {
    const place = target.closest('[data-field]')?.dataset.field;
    let part = place === undefined ? null : (document.getElementById(place)?.closest('details') ?? null);
    while (part !== null) {
      part.open = true;
      part = part.parentElement?.closest('details') ?? null;
    }
  });
  document.addEventListener('click', (event) => {
    const line = Number(event.target.closest('[data-line]')?.dataset.line);
    const text = document.querySelector('textarea#texte');
    if (!line || text === null) return;
    event.preventDefault();
    const before = text.value.split('\n').slice(0, line - 1);
    const start = before.reduce((sum, own) => sum + own.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + (text.value.split('\n')[line - 1] ?? '').length);
  });
}
