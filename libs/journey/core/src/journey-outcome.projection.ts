import type { SignalEvent } from '@tenure/behaviour-contract';
import type { JourneyEntered, JourneyEvent } from '@tenure/journey-contract';
import type { Projection } from '@tenure/kernel';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import type { JourneyOutcome } from '@tenure/policy-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { LifecycleStage } from '@tenure/shared-contract';

/** What a customer did from the entry into a journey until the outcome was looked for no more. */
export interface JourneyOutcomeRun {
  readonly runId: string;
  readonly journeyId: string;
  readonly version: number;
  readonly group: JourneyEntered['group'];
  readonly enteredAt: string;
  readonly outcomeUntil: string;
  /** Ids of the purchases, those that were cancelled left out; no more than the first hundred that were recorded. */
  readonly orders: readonly string[];
  readonly loggedIn: boolean;
  /** The stage at the end of it, as far as it is known. */
  readonly stage: LifecycleStage | null;
}

/** A customer's runs with what came of them. Times ISO 8601. */
export interface JourneyOutcomeRow {
  readonly customerId: string;
  readonly stage: LifecycleStage | null;
  readonly runs: readonly JourneyOutcomeRun[];
  /** Of the newest event in the row. */
  readonly position: bigint;
}

type Of<Event extends { readonly type: string }, Type extends Event['type']> = Extract<Event, { type: Type }>;
export type JourneyOutcomeEvent =
  | Of<JourneyEvent, 'JourneyEntered'>
  | Of<PurchaseEvent, 'PurchaseRecorded' | 'PurchaseCancelled'>
  | Of<LifecycleEvent, 'StageEntered'>
  | Of<SignalEvent, 'CustomerLoggedIn'>;

/**
 * What customers did after they had entered journeys, or been held out of them. What is recorded late counts by the time at
 * which it happened; what was recorded before the entry does not.
 */
export const journeyOutcome: Projection<JourneyOutcomeRow, JourneyOutcomeEvent> = {
  name: 'journey-outcome',
  version: 1,
  handles: ['JourneyEntered', 'PurchaseRecorded', 'PurchaseCancelled', 'StageEntered', 'CustomerLoggedIn'],
  keysOf: ({ data: { customerId } }) => [customerId],
  fold: (row, event, customerId) => {
    const known = row ?? { customerId, stage: null, runs: [] };
    return { ...known, ...changesOf(known, event), position: event.position };
  },
};

/** Whether a run came to what was hoped for. */
export function reached(outcome: JourneyOutcome, { orders, loggedIn, stage }: JourneyOutcomeRun): boolean {
  switch (outcome) {
    case 'ordered':
      return orders.length > 0;
    case 'logged-in':
      return loggedIn;
    case 'not-churned':
      return stage !== 'churned';
  }
}

const MOST_ORDERS = 100;

function changesOf(
  row: Omit<JourneyOutcomeRow, 'position'>,
  { type, data }: JourneyOutcomeEvent,
): Partial<JourneyOutcomeRow> {
  switch (type) {
    case 'JourneyEntered': {
      const { runId, journeyId, version, group, enteredAt, outcomeUntil } = data;
      const run = { runId, journeyId, version, group, enteredAt, outcomeUntil };
      return { runs: [...row.runs, { ...run, orders: [], loggedIn: false, stage: row.stage }] };
    }
    case 'PurchaseRecorded':
      return within(row, data.purchasedAt, ({ orders }) =>
        orders.includes(data.purchaseId) || orders.length === MOST_ORDERS
          ? {}
          : { orders: [...orders, data.purchaseId] },
      );
    case 'PurchaseCancelled':
      return within(row, data.purchasedAt, ({ orders }) => ({ orders: orders.filter((id) => id !== data.purchaseId) }));
    case 'StageEntered':
      return { ...within(row, data.enteredAt, () => ({ stage: data.stage })), stage: data.stage };
    case 'CustomerLoggedIn':
      return within(row, data.loggedInAt, () => ({ loggedIn: true }));
  }
}

function within(
  { runs }: Pick<JourneyOutcomeRow, 'runs'>,
  at: string,
  change: (run: JourneyOutcomeRun) => Partial<JourneyOutcomeRun>,
): Partial<JourneyOutcomeRow> {
  const atMs = Date.parse(at);
  const looksFor = ({ enteredAt, outcomeUntil }: JourneyOutcomeRun) =>
    atMs > Date.parse(enteredAt) && atMs <= Date.parse(outcomeUntil);
  if (!runs.some(looksFor)) return {};
  return { runs: runs.map((run) => (looksFor(run) ? { ...run, ...change(run) } : run)) };
}
