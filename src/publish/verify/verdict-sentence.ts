import { frenchDay } from '../../platform/french/date.ts';
import { counted } from '../../platform/french/number.ts';
import { quoted, typeset } from '../../platform/french/typography.ts';
import type { Publication } from '../bundle/bundle.ts';
import type { Verification } from './verify.ts';

export interface VerdictFacts {
  /** Name and version of the software that verifies. */
  readonly software: string;
  /** Number of a publication, verified with this one, that carries its hash; null: none. */
  readonly sealedBy: number | null;
}

/** What `foulee verify` says of one publication, in French: its verdict, and what that rests on. */
export function verdictSentence(
  { bundle, sha256 }: Publication,
  found: Verification,
  { software, sealedBy }: VerdictFacts,
): string {
  const which = `${bundle.service.name}, publication ${bundle.number} du ${frenchDay(bundle.publishedOn)}`;
  if (found.verdict === 'changed') {
    const other = found.why !== 'content' && found.why !== 'seal' && bundle.software !== software;
    const doubt = other
      ? ` Elle dit avoir été publiée par ${bundle.software} : pour lever le doute, vérifiez-la avec cette version.`
      : '';
    return plain(`${which} : modifiée. ${reasons(found)}${doubt}`);
  }
  const figures = `${counted(found.figures, 'nombre recalculé', 'nombres recalculés')} à partir des effectifs publiés, tous égaux au chiffre près`;
  const seal = `Empreinte ${sha256.slice(0, 12)}…, celle du contenu.`;
  const said =
    found.sentences === 'rewritten'
      ? `${which} : identique. ${figures} ; les phrases qui en sont tirées sont les mêmes. ${seal}`
      : `${which} : chiffres identiques. ${figures}. ${seal} ${sealedSentences(bundle.software, software, sealedBy)}`;
  return plain([said, ...added(found.added), ...(found.safe ? [] : [stricter])].join(' '));
}

const sealedSentences = (author: string, software: string, sealedBy: number | null): string =>
  `Les phrases ont été écrites par ${author} ; les chiffres sont recalculés à l’identique. ${software} les écrirait autrement : les nombres de la phrase principale et de la précision ont été retrouvés, les mots n’ont pas été vérifiés. ${
    sealedBy === null
      ? `Pour les vérifier, comparez l’empreinte à celle de la page de la publication, ou relancez avec ${author}.`
      : `La publication ${sealedBy} porte son empreinte : si elle est authentique, ces phrases n’ont pas changé depuis.`
  }`;

const added = (count: number): readonly string[] =>
  count === 0
    ? []
    : [
        `Cette version calcule ${counted(count, 'nombre', 'nombres')} de plus, qui n’existaient pas quand elle a été publiée.`,
      ];

const stricter =
  'Le contrôle du secret est devenu plus strict depuis : elle ne serait plus publiée telle quelle. Dites-le à qui l’a publiée.';

function reasons(found: Verification & { readonly verdict: 'changed' }): string {
  const field = quoted(found.field);
  switch (found.why) {
    case 'figure':
      return `${field} n’est pas ce que donnent les effectifs publiés : ne vous y fiez pas.`;
    case 'sentence':
      return `${field} n’est pas ce que cette version écrit de ces chiffres : ne vous y fiez pas.`;
    case 'quote':
      return `${field} cite ${found.quoted}, qu’aucun chiffre recalculé ne donne : ne vous y fiez pas.`;
    case 'content':
      return `${field} a changé depuis la publication : ne vous y fiez pas.`;
    case 'seal':
      return 'Son empreinte n’est pas celle de son contenu : ne vous y fiez pas.';
    case 'unreadable':
      return `${field} ne permet plus de recalculer le chiffre : ne vous y fiez pas.`;
  }
}

/** Typeset, without what a terminal obeys: part of it was read in the publication. */
const plain = (text: string): string => typeset(text.replace(/\p{Cc}/gu, ' '));
