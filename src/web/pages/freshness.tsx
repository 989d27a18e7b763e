import type { Freshness as FreshnessFacts } from '../../publish/freshness/freshness.ts';

/** How fresh the figure is; once stale, it says so by itself. */
export function Freshness({ freshness }: { readonly freshness: FreshnessFacts }) {
  return (
    <p class="freshness">
      {freshness.state === 'stale' ? <strong class="stale">{freshness.sentence}</strong> : freshness.sentence}
    </p>
  );
}
