import { DateTime } from 'luxon';
import type { Row } from './helpdesk.recount';
import { recount, type RecountedClock } from './recounted.clock';

const ZONE = 'America/New_York';
const HOUR = 3_600_000;
/** What `cfpb-standard` promises: so many days of 24 hours, and one hour for the day of autumn that has 25. */
const TARGETS = { 'first-response': 15 * 24 * HOUR + HOUR, resolution: 60 * 24 * HOUR + HOUR };

/** A clock with when it began: the data has no id for a complaint. */
export type StartedClock = RecountedClock & { readonly clock: string; readonly startedAt: number };

/** Both clocks of each complaint that was not sent on before it was received. */
export function recountCfpb(rows: readonly Row[], until: number): StartedClock[] {
  return rows.flatMap((row) => {
    const [received, sent] = [dayOf(row['Date received']), dayOf(row['Date sent to company'])];
    if (sent < received) return [];
    const answeredAt = row['Company response to consumer']?.startsWith('Closed') ? sent : undefined;
    const always = [{ from: received, to: until }];
    return Object.entries(TARGETS).map(([clock, targetMs]) => {
      const stretches = [{ from: received, to: answeredAt ?? until, targetMs }];
      const life = { stretches, isCancelled: false, metAt: answeredAt };
      return { clock, startedAt: received, ...recount(life, always) };
    });
  });
}

const dayOf = (text: string | undefined): number =>
  DateTime.fromFormat(text ?? '', 'M/d/yyyy', { zone: ZONE }).toMillis();
