import type { DifferenceLine, DifferencePart } from '../../../portfolio/plans/text-difference.ts';

interface Props {
  readonly id: string;
  readonly caption: string;
  readonly parts: readonly DifferencePart[];
  /** Said when nothing differs. */
  readonly none: string;
  /** Whether lines are told by their number. */
  readonly numbered?: boolean;
}

const signs = { same: '', added: '+', removed: '−' } as const;
const words = { same: '', added: 'ajouté : ', removed: 'retiré : ' } as const;

/** What changes, line by line: a sign and a word say what the colour says. */
export function Difference({ id, caption, parts, none, numbered = false }: Props) {
  if (parts.length === 0) return <p>{none}</p>;
  return (
    <section class="difference" aria-labelledby={id} tabindex={0}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead class="fr-sr-only">
          <tr>
            {numbered && <th scope="col">Ligne</th>}
            <th scope="col">Signe</th>
            <th scope="col">Texte</th>
          </tr>
        </thead>
        {parts.map((part) => (
          <tbody>
            {part.map((line) => (
              <Line line={line} numbered={numbered} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Line({ line, numbered }: { readonly line: DifferenceLine; readonly numbered: boolean }) {
  const { kind, text, before, after } = line;
  return (
    <tr class={`difference-${kind}`}>
      {numbered && <td class="difference-number">{after ?? before}</td>}
      <td class="difference-sign">{signs[kind]}</td>
      <td class="difference-text">
        {kind !== 'same' && <span class="fr-sr-only">{words[kind]}</span>}
        {text}
      </td>
    </tr>
  );
}
