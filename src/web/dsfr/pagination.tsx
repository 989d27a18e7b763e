interface Props {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}

/** Links to the pages around this one, the first and the last; nothing when there is one page. */
export function Pagination({ page, pages, href }: Props) {
  if (pages < 2) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return (
    <nav class="fr-pagination" aria-label="Pages de la liste">
      <ul class="fr-pagination__list">
        {page > 1 && (
          <li>
            <a class="fr-pagination__link" rel="prev" href={href(page - 1)}>
              Page précédente
            </a>
          </li>
        )}
        {shown.map((number, index) => (
          <>
            {index > 0 && number - (shown[index - 1] ?? 0) > 1 && (
              <li>
                <span class="fr-pagination__link">…</span>
              </li>
            )}
            <li>
              <a
                class="fr-pagination__link"
                href={href(number)}
                aria-label={`Page ${number} sur ${pages}`}
                {...(number === page && { 'aria-current': 'page' })}
              >
                {number}
              </a>
            </li>
          </>
        ))}
        {page < pages && (
          <li>
            <a class="fr-pagination__link" rel="next" href={href(page + 1)}>
              Page suivante
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
