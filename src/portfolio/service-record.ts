/** What an import says of one service. A field left out is not said by that document: what is known is kept. */
export interface ServiceRecord {
  readonly id: string;
  readonly name?: string;
  readonly mission?: string | null;
  readonly links?: ServiceLinks;
  readonly accessibility?: string | null;
  readonly themes?: readonly string[];
  readonly technologies?: readonly string[];
  /** Identifiers of organisations. */
  readonly sponsors?: readonly string[];
  readonly incubators?: readonly string[];
  readonly phases?: readonly PhaseRecord[];
  readonly events?: readonly EventRecord[];
  /** What no field above holds: unknown attributes, and values that were not understood, as they were written. */
  readonly other?: Readonly<Record<string, Json>>;
}

export type ServiceLinks = Readonly<Partial<Record<LinkName, string>>>;
export const linkNames = ['service', 'stats', 'impact', 'budget', 'repository', 'dashlord', 'risks'] as const;
export type LinkName = (typeof linkNames)[number];

export interface PhaseRecord {
  /** One of `phases`, or the text of the source when it is unknown. */
  readonly name: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

export interface EventRecord {
  readonly kind: EventKind;
  readonly happenedOn: string | null;
  readonly comment: string | null;
}

export type EventKind =
  | 'committee'
  | 'launch'
  | 'national-impact'
  | 'end'
  | 'acceleration-fund'
  | 'public-interest-entrepreneur'
  | 'other';

export interface OrganisationRecord {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly website: string | null;
  readonly other: Readonly<Record<string, Json>>;
}

export interface IncubatorRecord {
  readonly id: string;
  readonly name: string;
  /** Identifier of the organisation that holds it. */
  readonly organisation: string | null;
  readonly website: string | null;
  readonly repository: string | null;
  readonly other: Readonly<Record<string, Json>>;
}

/** Something read that could not be used as it is: where, why, and what was done instead, in French. */
export interface NotUnderstood {
  readonly service: string | null;
  /** Path in the document: `data[3].attributes.phases[0].start`. */
  readonly where: string;
  readonly sentence: string;
}

export interface PortfolioDocument {
  readonly services: readonly ServiceRecord[];
  readonly organisations: readonly OrganisationRecord[];
  readonly incubators: readonly IncubatorRecord[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** Whether the document lists every service of its source: those it lacks are then gone from there. */
  readonly complete: boolean;
  /** Whether it says less of each service than is known: it then adds, and erases nothing. */
  readonly partial: boolean;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
