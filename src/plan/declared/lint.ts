import type { Advice } from '../lint-plan.ts';
import type { DeclaredIndicator } from '../plan.ts';

/** What a careful colleague would say of a figure taken as it is given. */
export function declaredAdvice({ matrix, provenance }: DeclaredIndicator): Advice[] {
  const advice: Advice[] = [];
  if (matrix === 'impactful') {
    const sentence =
      'Un chiffre déclaré est présenté comme un impact (matrix: impactful) : rien ici ne le vérifie. Mesurez l’effet par un suivi, un échantillon ou une enquête, ou classez ce chiffre en usable, used, useful ou efficient.';
    advice.push({ path: '.matrix', code: 'declared-as-impact', sentence });
  }
  if (provenance === null) {
    const sentence =
      'Le plan ne dit pas d’où vient ce chiffre (provenance) : dites qui le donne, et comment il est obtenu.';
    advice.push({ path: '', code: 'no-provenance', sentence });
  }
  return advice;
}
