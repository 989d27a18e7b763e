import type { Generated } from 'kysely';
import type { InstantColumn, JsonColumn, OptionalInstantColumn } from '../column-types.ts';

/** Tables of the portfolio; days are `YYYY-MM-DD`. */
export interface PortfolioTables {
  organisation: OrganisationTable;
  incubator: IncubatorTable;
  service: ServiceTable;
  service_organisation: { service_id: string; organisation_id: string; position: number };
  service_incubator: { service_id: string; incubator_id: string; position: number };
  phase: PhaseTable;
  committee: CommitteeTable;
  service_event: ServiceEventTable;
  portfolio_import: PortfolioImportTable;
  declared_figure: DeclaredFigureTable;
}

interface OrganisationTable {
  id: string;
  name: string;
  acronym: string | null;
  website: string | null;
  other: JsonColumn<unknown>;
}

interface IncubatorTable {
  id: string;
  name: string;
  organisation_id: string | null;
  website: string | null;
  repository: string | null;
  other: JsonColumn<unknown>;
}

interface ServiceTable {
  id: string;
  name: string;
  mission: string | null;
  effect_statement: string | null;
  effect_domain: 'social' | 'environmental' | 'economic' | null;
  effect_beneficiaries: string | null;
  /** Where the service comes from: an import, the demonstration, or this installation. */
  origin: 'import' | 'demonstration' | 'local';
  links: JsonColumn<Readonly<Record<string, string>>>;
  accessibility: string | null;
  themes: JsonColumn<readonly string[]>;
  technologies: JsonColumn<readonly string[]>;
  /** Lower case, without accents; what a search looks into. */
  search_text: string;
  /** File or address last imported. */
  source: string | null;
  /** All that the source said of it. */
  source_record: JsonColumn<unknown> | null;
  removed_upstream_on: string | null;
  created_at: InstantColumn;
  updated_at: InstantColumn;
}

interface PhaseTable {
  service_id: string;
  position: number;
  name: string;
  started_on: string | null;
  ended_on: string | null;
}

interface CommitteeTable {
  id: string;
  service_id: string;
  held_on: string | null;
  comment: string | null;
}

interface ServiceEventTable {
  service_id: string;
  position: number;
  kind: string;
  happened_on: string | null;
  comment: string | null;
}

interface PortfolioImportTable {
  id: Generated<number>;
  source: string;
  imported_at: InstantColumn;
  services: number;
  created: number;
  updated: number;
  unchanged: number;
  not_understood: JsonColumn<unknown>;
}

interface DeclaredFigureTable {
  id: Generated<number>;
  service_id: string;
  indicator: string;
  kind: 'usage' | 'impact';
  value: number;
  unit: string;
  is_target: boolean;
  measured_on: string;
  period_start: string | null;
  place_level: string | null;
  place_code: string | null;
  frequency: string | null;
  automated: boolean | null;
  collected: string | null;
  comment: string | null;
  source: string;
  recorded_at: InstantColumn;
  superseded_at: OptionalInstantColumn;
}
