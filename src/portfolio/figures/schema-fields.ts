import { dayOf } from '../day.ts';

interface Field {
  readonly required: boolean;
  /** What is wrong with a value that is not empty, in French; null when nothing is. */
  fault(value: string): string | null;
}

const frequencies =
  'quotidienne, hebdomadaire, mensuelle, trimestrielle, semestrielle, annuelle, autre'.split(', ');
const charts = 'linechart, barchart, map, scatterplot, piechart'.split(', ');

const longest = 500;
const free = (required: boolean): Field => ({
  required,
  fault: (value) => (value.length <= longest ? null : `c’est trop long : ${longest} caractères au plus.`),
});
const oneOf = (values: readonly string[], required = true): Field => ({
  required,
  fault: (value) => (values.includes(value) ? null : `les valeurs possibles sont ${values.join(', ')}.`),
});
const boolean: Field = {
  required: true,
  fault: (value) => (/^(true|false|0|1)$/i.test(value) ? null : 'écrivez true (vrai) ou false (faux).'),
};
const number: Field = {
  required: true,
  fault(value) {
    if (/^[-+]?\d+(\.\d+)?$/.test(value) && Number.isFinite(Number(value))) return null;
    const mended = value.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.');
    return /^[-+]?\d+(\.\d+)?$/.test(mended)
      ? `écrivez ${mended}.`
      : 'il faut un nombre, par exemple 1234.5.';
  },
};
const day = (required: boolean): Field => ({
  required,
  fault(value) {
    const read = dayOf(value);
    if (read === value) return null;
    return read === null ? 'il faut un jour qui existe, par exemple 2026-10-31.' : `écrivez ${read}.`;
  },
});

/** The columns of `schema-impact-service-public-numerique` v0.5.0. */
export const fields = {
  administration_rattachement: free(true),
  nom_service_public_numerique: free(true),
  indicateur: free(true),
  valeur: number,
  unite_mesure: free(true),
  est_cible: boolean,
  type_indicateur: oneOf(['usage', 'impact']),
  frequence_monitoring: oneOf(frequencies),
  date: day(true),
  est_periode: boolean,
  date_debut: day(false),
  est_automatise: boolean,
  source_collecte: free(true),
  denom_insee: free(false),
  code_insee: free(false),
  dataviz_wish: oneOf(charts, false),
  commentaires: { required: false, fault: () => null },
} as const satisfies Readonly<Record<string, Field>>;

export type FigureField = keyof typeof fields;

export function isFieldName(name: string): name is FigureField {
  return Object.hasOwn(fields, name);
}
