import { defineCodec } from '@tenure/kernel';
import type {
  ClockBasisChanged,
  ClockBreached,
  ClockCancelled,
  ClockContinued,
  ClockEscalated,
  ClockMet,
  ClockPaused,
  ClockReminded,
  ClockResumed,
  ClockRetargeted,
  ClockStarted,
} from './case-clock.facts';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type CaseClockEvent =
  | { readonly type: 'ClockStarted'; readonly data: ClockStarted }
  | { readonly type: 'ClockPaused'; readonly data: ClockPaused }
  | { readonly type: 'ClockResumed'; readonly data: ClockResumed }
  | { readonly type: 'ClockRetargeted'; readonly data: ClockRetargeted }
  | { readonly type: 'ClockReminded'; readonly data: ClockReminded }
  | { readonly type: 'ClockBreached'; readonly data: ClockBreached }
  | { readonly type: 'ClockEscalated'; readonly data: ClockEscalated }
  | { readonly type: 'ClockMet'; readonly data: ClockMet }
  | { readonly type: 'ClockContinued'; readonly data: ClockContinued }
  | { readonly type: 'ClockCancelled'; readonly data: ClockCancelled }
  | { readonly type: 'ClockBasisChanged'; readonly data: ClockBasisChanged };

const ofCase = { caseId: 'string', customerId: 'string', cause: 'object' } as const;
const ofClock = { ...ofCase, clockId: 'string' } as const;
const announced = { ...ofClock, kind: 'string', owner: 'string', dueAt: 'string', alarm: 'boolean' } as const;
const due = { dueAt: 'string', provisional: 'boolean' } as const;

export const caseClockCodec = defineCodec<CaseClockEvent>({
  ClockStarted: {
    version: 1,
    fields: {
      ...ofClock,
      ...due,
      kind: 'string',
      basis: 'object',
      owner: 'string',
      target: 'object',
      startedAt: 'string',
    },
  },
  ClockPaused: {
    version: 1,
    fields: { ...ofClock, reason: 'string', elapsedSeconds: 'number', pausedAt: 'string', breachVoided: 'boolean?' },
  },
  ClockResumed: { version: 1, fields: { ...ofClock, ...due, elapsedSeconds: 'number', resumedAt: 'string' } },
  ClockRetargeted: {
    version: 1,
    fields: {
      ...ofClock,
      target: 'object',
      elapsedSeconds: 'number',
      dueAt: 'string?',
      provisional: 'boolean',
      retargetedAt: 'string',
      breachVoided: 'boolean?',
    },
  },
  ClockReminded: {
    version: 1,
    fields: { ...announced, percent: 'number', notify: 'array', channels: 'array', remindedAt: 'string' },
  },
  ClockBreached: { version: 1, fields: { ...announced, breachedAt: 'string', escalation: 'object?' } },
  ClockEscalated: {
    version: 1,
    fields: { ...announced, step: 'number', notify: 'array', channels: 'array', escalatedAt: 'string' },
  },
  ClockMet: {
    version: 1,
    fields: {
      ...ofClock,
      owner: 'string',
      elapsedSeconds: 'number',
      late: 'boolean',
      provisional: 'boolean',
      metAt: 'string',
    },
  },
  ClockContinued: {
    version: 1,
    fields: { ...ofClock, ...due, owner: 'string', elapsedSeconds: 'number', continuedAt: 'string' },
  },
  ClockCancelled: {
    version: 1,
    fields: { ...ofClock, reason: 'string', elapsedSeconds: 'number', cancelledAt: 'string' },
  },
  ClockBasisChanged: { version: 1, fields: { ...ofCase, clockIds: 'array', basis: 'object', changedAt: 'string' } },
});
