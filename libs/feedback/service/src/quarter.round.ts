import type { SurveyOccasion } from '@tenure/policy-contract';
import { DateTime } from 'luxon';

type Quarterly = Extract<SurveyOccasion, { kind: 'quarterly' }>;

export interface QuarterRound {
  /** `2026-Q4`. */
  readonly quarter: string;
  /** ISO 8601, UTC. */
  readonly startsAt: string;
}

/** The newest round that has begun by a moment (ISO 8601). */
export function roundAt({ day, hour, timeZone }: Quarterly, at: string): QuarterRound {
  const moment = DateTime.fromISO(at, { zone: timeZone });
  const start = moment.startOf('quarter').set({ day, hour });
  const begun = start <= moment ? start : start.minus({ quarters: 1 });
  return { quarter: begun.toFormat("yyyy-'Q'q"), startsAt: new Date(begun.toMillis()).toISOString() };
}
