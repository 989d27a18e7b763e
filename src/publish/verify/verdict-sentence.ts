import { frenchDay } from '../../platform/french/date.ts';
import { counted } from '../../platform/french/number.ts';
import { quoted, typeset } from '../../platform/french/typography.ts';
import type { Publication } from '../bundle/bundle.ts';
import type { Verification } from './verify.ts';

/** What `foulee verify` says of one publication, in French. */
export function verdictSentence({ bundle, sha256 }: Publication, found: Verification): string {
  const which = `${bundle.service.name}, publication ${bundle.number} du ${frenchDay(bundle.publishedOn)}`;
  if (found.verdict === 'same') {
    return typeset(
      `${which} : identique. ${counted(found.figures, 'nombre recalculé', 'nombres recalculés')} à partir des effectifs publiés, tous égaux au chiffre près. Empreinte ${sha256.slice(0, 12)}…, celle du contenu.`,
    );
  }
  return typeset(`${which} : modifiée. ${reasons[found.why](found.field)}`);
}

const reasons = {
  figure: (field: string) =>
    `${quoted(field)} n’est pas ce que donnent les effectifs publiés : ne vous y fiez pas.`,
  content: (field: string) => `${quoted(field)} a changé depuis la publication : ne vous y fiez pas.`,
  seal: () => 'Son empreinte n’est pas celle de son contenu : ne vous y fiez pas.',
  unreadable: (field: string) =>
    `${quoted(field)} ne permet plus de recalculer le chiffre : ne vous y fiez pas.`,
} as const;
