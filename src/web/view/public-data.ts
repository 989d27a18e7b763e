import type { PublicCosts } from '../../committee/costs/public-costs.ts';
import type { Decision } from '../../committee/sessions/decision.ts';
import type { Registration } from '../../portfolio/plans/registration/registrations.ts';
import type { LedgerEntry } from '../../publish/ledger/ledger.ts';
import type { CorrectionView, ServiceRow, ServiceView } from './service-view.ts';

/** What the public pages read. */
export interface PublicData {
  /** `YYYY-MM-DD`. */
  today(): string;
  /** Whether figures of the demonstration are being computed. */
  preparing(): boolean;
  /** Changes when anything else here does. */
  stamp(): Promise<string>;
  rows(): Promise<readonly ServiceRow[]>;
  /** With its latest publication; null: no such service. */
  service(id: string): Promise<ServiceView | null>;
  /** As it was at a publication, named by its day or its number; null: there is none. */
  serviceAt(id: string, name: string): Promise<ServiceView | null>;
  /** Every publication, oldest first; null: no such service. */
  entries(id: string): Promise<readonly LedgerEntry[] | null>;
  /** What the versions of its plan announced, the oldest first; null: no such service. */
  registrations(id: string): Promise<readonly Registration[] | null>;
  /** Its budgets, and what its uses and effects cost; null: no such service. */
  costs(id: string): Promise<PublicCosts | null>;
  /** Those that are public, the latest first; null: no such service. */
  decisions(id: string): Promise<readonly Decision[] | null>;
  corrections(): Promise<readonly CorrectionView[]>;
}
