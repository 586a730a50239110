import { instant, isAfter } from '@tenure/kernel';
import { calledContacts, nextPlanningAt, type ContactPlanPolicy } from './called.contact';
import type { PlanFact, PlanWatch } from './plan.watch';

/** What is to be done to a customer's plan; `cause` is the id of an event, or `time`. */
export type PlanStep = { readonly customerId: string; readonly cause: string; readonly at: string } & (
  | { readonly type: 'plan'; readonly tier?: string }
  | { readonly type: 'fulfil'; readonly interaction: Extract<PlanFact, { type: 'interaction' }> }
);

export interface PlanProgress {
  /** In the order in which they have to be done. */
  readonly steps: readonly PlanStep[];
  /** Once they are done. */
  readonly watch: PlanWatch;
}

/** All that is to be done by a moment (ISO 8601): facts in the order of the log, and before each what time brought about. */
export function stepsUntil(watch: PlanWatch, versions: readonly ContactPlanPolicy[], now: string): PlanProgress {
  const start: PlanProgress = { steps: [], watch: { ...watch, facts: [] } };
  const told = watch.facts.reduce(
    (progress, fact) => onFact(passTime(progress, versions, fact.recordedAt), fact, versions),
    start,
  );
  return passTime(told, versions, now);
}

function passTime(progress: PlanProgress, versions: readonly ContactPlanPolicy[], until: string): PlanProgress {
  let passed = progress;
  while (passed.watch.nextAt !== undefined && !isAfter(passed.watch.nextAt, until)) {
    passed = planned(passed, 'time', afterActed(passed.watch, passed.watch.nextAt), versions);
  }
  return passed;
}

function onFact({ steps, watch }: PlanProgress, fact: PlanFact, versions: readonly ContactPlanPolicy[]): PlanProgress {
  switch (fact.type) {
    case 'tier': {
      const at = afterActed(watch, fact.recordedAt);
      return planned({ steps, watch: { ...watch, tier: fact.tier } }, fact.eventId, at, versions);
    }
    case 'interaction': {
      const { customerId } = watch;
      const step = {
        type: 'fulfil',
        customerId,
        cause: fact.eventId,
        at: fact.tookPlaceAt,
        interaction: fact,
      } as const;
      return { steps: [...steps, step], watch };
    }
  }
}

function planned(
  { steps, watch }: PlanProgress,
  cause: string,
  at: string,
  versions: readonly ContactPlanPolicy[],
): PlanProgress {
  const { customerId, tier } = watch;
  const isPlanned = watch.isPlanned || calledContacts(versions, tier, at).length > 0;
  return {
    steps: [...steps, { type: 'plan', customerId, cause, at, tier }],
    watch: { ...watch, isPlanned, actedAt: at, nextAt: nextPlanningAt(versions, tier, at) },
  };
}

/** One moment has one plan, and none is before another: a repetition could not tell which of two came first. */
const afterActed = ({ actedAt }: PlanWatch, at: string): string =>
  actedAt === undefined || isAfter(at, actedAt) ? at : instant(Date.parse(actedAt) + 1);
