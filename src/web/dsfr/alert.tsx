import type { Child } from 'hono/jsx';

const kinds = {
  info: 'fr-alert fr-alert--info',
  warning: 'fr-alert fr-alert--warning',
  error: 'fr-alert fr-alert--error',
  success: 'fr-alert fr-alert--success',
} as const;

interface Props {
  readonly kind: keyof typeof kinds;
  readonly title: string;
  readonly children: Child;
}

/** Something the reader must know first; `children` are sentences. */
export function Alert({ kind, title, children }: Props) {
  return (
    <div class={kinds[kind]}>
      <p class="fr-alert__title">{title}</p>
      {children}
    </div>
  );
}
