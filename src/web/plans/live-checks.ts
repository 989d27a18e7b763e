/** What of a page this script touches: enough to type it without the types of a browser. */
interface Part {
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly value: string;
  innerHTML: string;
  focus(): void;
  setSelectionRange(start: number, end: number): void;
  closest(selector: string): Part | null;
  querySelector(selector: string): Part | null;
  addEventListener(type: string, heard: (event: { target: Part; preventDefault(): void }) => void): void;
}
interface Browser {
  readonly document: Pick<Part, 'querySelector' | 'addEventListener'>;
  readonly FormData: new (form: Part) => Iterable<[string, string]>;
  readonly DOMParser: new () => { parseFromString(html: string, type: string): Pick<Part, 'querySelector'> };
}

/**
 * Runs in the browser, sent as its own text: it uses nothing from outside itself. Asks for the check of what is being
 * typed, by the same address as the button « Vérifier », and takes a remark's link to the line it speaks of.
 */
export function liveChecks(): void {
  const { document, FormData, DOMParser } = globalThis as unknown as Browser;
  const editor = document.querySelector('#editeur');
  const form = editor?.closest('form') ?? null;
  if (editor === null || form === null) return;
  let waiting: ReturnType<typeof setTimeout>;
  let asked = 0;

  const check = async () => {
    const rank = ++asked;
    const body = new URLSearchParams([...new FormData(form)]);
    body.set('faire', 'verifier');
    const answer = await fetch(editor.dataset.check ?? '', { method: 'POST', body }).catch(() => null);
    if (answer === null || !answer.ok || rank !== asked) return;
    const fresh = new DOMParser()
      .parseFromString(await answer.text(), 'text/html')
      .querySelector('#verification');
    const shown = document.querySelector('#verification');
    if (fresh !== null && shown !== null) shown.innerHTML = fresh.innerHTML;
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 600);
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
