import type { AutomationStatus, IngressStatus } from './automation.status';
import type { RelayStatus } from './relay.status';

/** How far one projection is, for metrics. */
export interface ProjectionFigures {
  readonly name: string;
  /** A decimal number. */
  readonly position?: string;
  readonly eventsSeen: number;
  readonly lagEvents?: number;
  readonly lagSeconds?: number;
  /** In which state its writer says that it is; absent where that runs elsewhere. */
  readonly state?: string;
  readonly failure?: { readonly since: string };
  /** Present where it is behind and has not moved for longer than it may. */
  readonly stalledMs?: number;
  readonly rebuild?: { readonly events: number };
  /** Sequences that wait for somebody to mend what stopped them. */
  readonly parked?: number;
  /** ISO 8601. */
  readonly oldestParkedAt?: string;
}

/** What PostgreSQL counts of a projection's table; from 0 again after a rebuild. */
export interface TableFigures {
  readonly projection: string;
  readonly rowsWritten: number;
  /** An estimate. */
  readonly rows: number;
}

/** Where the figures come from, at the moment of each call. */
export interface MetricsSource {
  readonly projections: () => Promise<readonly ProjectionFigures[]>;
  readonly tables: () => Promise<readonly TableFigures[]>;
  /** Each absent where it does not run in this process. */
  readonly relay?: () => Promise<RelayStatus>;
  readonly automations?: () => readonly AutomationStatus[];
  readonly ingress?: () => IngressStatus;
}
