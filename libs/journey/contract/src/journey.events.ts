import type { Facts } from '@tenure/behaviour-contract';
import { defineCodec } from '@tenure/kernel';
import type { JourneyCategory, MessagePurpose, VoucherValue } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type JourneyEvent =
  | { readonly type: 'JourneyEntered'; readonly data: JourneyEntered }
  | { readonly type: 'JourneyEntryRefused'; readonly data: JourneyEntryRefused }
  | { readonly type: 'JourneyStepTaken'; readonly data: JourneyStepTaken }
  | { readonly type: 'JourneyStepPutOff'; readonly data: JourneyStepPutOff }
  | { readonly type: 'JourneyEnded'; readonly data: JourneyEnded }
  | { readonly type: 'JourneyTaskDone'; readonly data: JourneyTaskDone };

interface OfJourney {
  readonly customerId: string;
  readonly journeyId: string;
  /** Of the policy of kind `journey` whose id is the journey's. */
  readonly version: number;
}

interface OfRun extends OfJourney {
  /** Unique; made of journey, customer and what caused the entry. */
  readonly runId: string;
}

export interface JourneyEntered extends OfRun {
  readonly category: JourneyCategory;
  /** Those held out are left alone, to compare with. */
  readonly group: 'treated' | 'held-out';
  /** Id of the event that it was entered for. */
  readonly causeEventId: string;
  readonly enteredAt: string;
  /** Until when the outcome is looked for. */
  readonly outcomeUntil: string;
  /** Absent where held out. */
  readonly nextStepId?: string;
  readonly nextDueAt?: string;
}

export type EntryRefusal = 'entry-condition' | 're-entry' | 'active-win-back' | 'in-it-already' | 'customer-merged';

export interface JourneyEntryRefused extends OfJourney {
  readonly reason: EntryRefusal;
  readonly causeEventId: string;
  readonly refusedAt: string;
}

/** What a step led to. A message is sent because this event says so: it is written first. */
export type StepAction =
  | {
      readonly kind: 'message' | 'survey';
      readonly purpose: MessagePurpose;
      readonly subject: Text;
      readonly body: Text;
      readonly surveyId?: string;
    }
  | {
      readonly kind: 'voucher';
      readonly purpose: MessagePurpose;
      readonly voucherId: string;
      readonly code: string;
      readonly value: VoucherValue;
      readonly validUntil: string;
      readonly subject: Text;
      readonly body: Text;
    }
  | {
      readonly kind: 'task';
      readonly taskId: string;
      readonly assignee: string;
      readonly title: Text;
      readonly dueAt: string;
    }
  | { readonly kind: 'branch'; readonly inputs: Facts }
  | { readonly kind: 'wait' }
  | {
      /** Nothing was sent; the run goes on. */
      readonly kind: 'suppressed';
      readonly reason: 'no-consent' | 'no-address' | 'frequency-cap';
    };

export interface JourneyStepTaken extends OfRun {
  readonly stepId: string;
  /** Counted from 1 within the run. */
  readonly step: number;
  readonly action: StepAction;
  readonly takenAt: string;
  /** Absent where it was the last one. */
  readonly nextStepId?: string;
  readonly nextDueAt?: string;
}

/** A message was due when nobody is to be written to any more, because it was acted on late. */
export interface JourneyStepPutOff extends OfRun {
  readonly nextStepId: string;
  readonly nextDueAt: string;
  readonly putOffAt: string;
}

export interface JourneyEnded extends OfRun {
  readonly reason: 'completed' | 'exit-condition' | 'customer-merged' | 'journey-withdrawn';
  readonly endedAt: string;
}

export interface JourneyTaskDone extends OfRun {
  readonly taskId: string;
  readonly by: string;
  readonly note?: string;
  readonly doneAt: string;
}

const ofJourney = { customerId: 'string', journeyId: 'string', version: 'number' } as const;
const ofRun = { ...ofJourney, runId: 'string' } as const;
const next = { nextStepId: 'string?', nextDueAt: 'string?' } as const;

export const journeyCodec = defineCodec<JourneyEvent>({
  JourneyEntered: {
    version: 1,
    fields: {
      ...ofRun,
      category: 'string',
      group: 'string',
      causeEventId: 'string',
      enteredAt: 'string',
      outcomeUntil: 'string',
      ...next,
    },
  },
  JourneyEntryRefused: {
    version: 1,
    fields: { ...ofJourney, reason: 'string', causeEventId: 'string', refusedAt: 'string' },
  },
  JourneyStepTaken: {
    version: 1,
    fields: { ...ofRun, stepId: 'string', step: 'number', action: 'object', takenAt: 'string', ...next },
    personal: ['action'],
  },
  JourneyStepPutOff: {
    version: 1,
    fields: { ...ofRun, nextStepId: 'string', nextDueAt: 'string', putOffAt: 'string' },
  },
  JourneyEnded: { version: 1, fields: { ...ofRun, reason: 'string', endedAt: 'string' } },
  JourneyTaskDone: {
    version: 1,
    fields: { ...ofRun, taskId: 'string', by: 'string', note: 'string?', doneAt: 'string' },
    personal: ['note'],
  },
});
