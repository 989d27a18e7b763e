import type { Child } from 'hono/jsx';

interface Props {
  readonly title: string;
  readonly open?: boolean;
  readonly id?: string;
  readonly children: Child;
}

/** An accordion that opens without script. */
export function Fold({ title, open = false, id, children }: Props) {
  return (
    <details class="fr-accordion" open={open} id={id}>
      <summary class="fr-accordion__btn">{title}</summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
