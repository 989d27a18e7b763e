import type { Child } from 'hono/jsx';
import { SearchBar } from './search-bar.tsx';

interface Props {
  readonly action: string;
  /** What the form is for, for those who hear the page. */
  readonly title: string;
  readonly search: { readonly label: string; readonly placeholder: string; readonly value: string };
  /** What the choices are, and whether one is made. */
  readonly choices: { readonly summary: string; readonly open: boolean };
  readonly className?: string;
  /** The choices themselves. */
  readonly children: Child;
}

/** A search, and choices folded under it, sent together as an ordinary form. */
export function FilterForm({ action, title, search, choices, className = 'filters', children }: Props) {
  return (
    <search>
      <form class={className} action={action} method="get" aria-label={title}>
        <SearchBar name="recherche" {...search} />
        <details class="filter-more" open={choices.open}>
          <summary>{choices.summary}</summary>
          <div class="filter-choices">
            {children}
            <button class="fr-btn fr-btn--secondary" type="submit">
              Filtrer
            </button>
          </div>
        </details>
      </form>
    </search>
  );
}
