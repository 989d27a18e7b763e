/** What a service was given or spent over some days. */
export interface BudgetLine {
  readonly id: string;
  /** First and last day it pays for, both included, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
  /** Euro cents, taxes included. */
  readonly cents: number;
  /** What was paid, or what is planned until it is. */
  readonly state: 'spent' | 'forecast';
  readonly nature: BudgetNature;
  /** The trade it pays for, in the team's words: « Développeur », « Support ». */
  readonly activity: string | null;
  /** Where the line comes from: the form, a file, an address. */
  readonly source: string;
  readonly reference: string | null;
  /** ISO 8601. */
  readonly recordedAt: string;
  /** Null: it stands. */
  readonly withdrawnAt: string | null;
}

/** Kinds of resources, those of the common budget reference of public digital teams; `whole`: not told apart. */
export const budgetNatures = {
  whole: 'Tout le service, sans détail',
  staff: 'Personnel',
  services: 'Prestations externes',
  equipment: 'Matériel',
  software: 'Logiciels et hébergement',
  overheads: 'Frais de structure',
  other: 'Autre',
} as const;

export type BudgetNature = keyof typeof budgetNatures;

export const budgetStates = { spent: 'dépensé', forecast: 'prévu' } as const;

export function isBudgetNature(text: string): text is BudgetNature {
  return Object.hasOwn(budgetNatures, text);
}
