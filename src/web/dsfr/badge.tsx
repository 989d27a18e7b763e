const kinds = {
  plain: 'fr-badge fr-badge--sm',
  info: 'fr-badge fr-badge--sm fr-badge--info fr-badge--no-icon',
  success: 'fr-badge fr-badge--sm fr-badge--success fr-badge--no-icon',
  warning: 'fr-badge fr-badge--sm fr-badge--warning fr-badge--no-icon',
} as const;

/** A short state, always in words: colour only repeats it. */
export function Badge({
  kind = 'plain',
  text,
}: {
  readonly kind?: keyof typeof kinds;
  readonly text: string;
}) {
  return <p class={kinds[kind]}>{text}</p>;
}
