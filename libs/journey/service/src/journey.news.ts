import { happenedAt, type JourneyCause } from '@tenure/journey-core';
import type { Facts } from '@tenure/behaviour-contract';

/** What happened longer ago than this, when it is acted on, is history: a weekend without the platform is not yet. */
export const NEWS_FOR_DAYS = 3;

const DAY_MS = 86_400_000;

/** Nobody enters a journey for history that is being loaded, nor when the whole log is read again. */
export const isNews = (cause: JourneyCause, now: string): boolean =>
  Date.parse(now) - Date.parse(happenedAt(cause)) <= NEWS_FOR_DAYS * DAY_MS;

/** Whether it still is so: a stage, or a band, that has been left again is no reason to do anything about it. */
export function stillHolds({ type, data }: JourneyCause, { stage, riskBand }: Facts): boolean {
  switch (type) {
    case 'StageEntered':
      return stage === undefined || stage === data.stage;
    case 'RiskBandEntered':
      return riskBand === undefined || riskBand === data.band;
    case 'MilestoneReached':
    case 'CustomerDateDue':
      return true;
  }
}
