import { defineCodec } from '@tenure/kernel';
import type { MetricId, MetricSegment } from '@tenure/metric-contract';
import type { Text } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type GoalEvent =
  | { readonly type: 'GoalSet'; readonly data: GoalSet }
  | { readonly type: 'GoalMoved'; readonly data: GoalMoved }
  | { readonly type: 'GoalGivenUp'; readonly data: GoalGivenUp };

interface OfGoal {
  readonly goalId: string;
}

/** A metric, of a segment, from where it is to where it is to be, by when (R22). */
export interface GoalSet extends OfGoal {
  readonly title: Text;
  readonly metricId: MetricId;
  readonly segment: MetricSegment;
  /** What the metric was when the goal was set. */
  readonly baseline: number;
  readonly target: number;
  /** Measured over so many days that end with the day that is asked about. */
  readonly windowDays: number;
  readonly startsAt: string;
  readonly dueAt: string;
  readonly owner: string;
  /** Problems that have to be solved for it. */
  readonly problems: readonly string[];
  readonly by: string;
  readonly setAt: string;
}

export interface GoalMoved extends OfGoal {
  readonly target: number;
  readonly dueAt: string;
  readonly why: string;
  readonly by: string;
  readonly movedAt: string;
}

export interface GoalGivenUp extends OfGoal {
  readonly why: string;
  readonly by: string;
  readonly givenUpAt: string;
}

const ofGoal = { goalId: 'string' } as const;

export const goalCodec = defineCodec<GoalEvent>({
  GoalSet: {
    version: 1,
    fields: {
      ...ofGoal,
      title: 'object',
      metricId: 'string',
      segment: 'object',
      baseline: 'number',
      target: 'number',
      windowDays: 'number',
      startsAt: 'string',
      dueAt: 'string',
      owner: 'string',
      problems: 'array',
      by: 'string',
      setAt: 'string',
    },
  },
  GoalMoved: {
    version: 1,
    fields: { ...ofGoal, target: 'number', dueAt: 'string', why: 'string', by: 'string', movedAt: 'string' },
  },
  GoalGivenUp: { version: 1, fields: { ...ofGoal, why: 'string', by: 'string', givenUpAt: 'string' } },
});
