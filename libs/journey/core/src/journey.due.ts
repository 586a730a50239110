import type { JourneyEvent } from '@tenure/journey-contract';
import { nextIn, type CustomerJourneys, type NextStep } from './journey.state';

/** A step of a run with the moment at which `TakeJourneyStep` is to be sent. */
export interface DueStep extends NextStep {
  readonly runId: string;
}

/** All steps that are yet to be taken; a run has one at most. */
export const nextDue = ({ runs }: CustomerJourneys): readonly DueStep[] =>
  [...runs].flatMap(([runId, { next }]) => (next ? [{ runId, ...next }] : []));

/** What the event leaves the run waiting for: `none` where it waits for nothing; undefined where the event changes nothing in that. */
export function dueAfter({ type, data }: JourneyEvent): NextStep | 'none' | undefined {
  switch (type) {
    case 'JourneyEntered':
    case 'JourneyStepTaken':
    case 'JourneyStepPutOff':
      return nextIn(data) ?? 'none';
    case 'JourneyEnded':
      return 'none';
    case 'JourneyEntryRefused':
    case 'JourneyTaskDone':
      return undefined;
  }
}
