import type { EntryRefusal, JourneyEnded, JourneyEntered, JourneyEvent, StepAction } from '@tenure/journey-contract';
import type { JourneyContent } from '@tenure/policy-contract';

type Counts<Key extends string> = Readonly<Partial<Record<Key, number>>>;
export type Suppression = Extract<StepAction, { kind: 'suppressed' }>['reason'];

/** How often a step would have been taken, and how often nothing would have been sent. */
export interface SimulatedStep {
  readonly stepId: string;
  readonly kind: JourneyContent['steps'][number]['kind'];
  readonly taken: number;
  readonly suppressed: Counts<Suppression>;
}

/** What would have happened in a month (UTC). `sent` are messages, surveys and vouchers. */
export interface SimulatedMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly entered: number;
  readonly sent: number;
  readonly tasks: number;
  readonly suppressed: number;
}

/** One customer's way through the journey. Times ISO 8601. */
export interface SimulatedRun {
  readonly customerId: string;
  readonly group: JourneyEntered['group'];
  readonly enteredAt: string;
  readonly steps: readonly SimulatedRunStep[];
  readonly ended?: JourneyEnded['reason'];
  readonly endedAt?: string;
}

export interface SimulatedRunStep {
  readonly stepId: string;
  readonly kind: StepAction['kind'];
  readonly at: string;
  readonly suppressed?: Suppression;
}

/** Whom a journey would have reached and when. */
export interface JourneySimulation {
  /** Customers of whom anything is recorded. */
  readonly customers: number;
  /** Of them: those who would have entered, be it more than once. */
  readonly reached: number;
  readonly entered: Readonly<Record<JourneyEntered['group'], number>>;
  readonly refused: Counts<EntryRefusal>;
  readonly ended: Counts<JourneyEnded['reason']>;
  /** In the order in which they stand in the journey. */
  readonly steps: readonly SimulatedStep[];
  /** Those in which anything would have happened, the first first. */
  readonly months: readonly SimulatedMonth[];
  /** The first runs, in the order in which customers were looked at. */
  readonly examples: readonly SimulatedRun[];
}

const NOTHING: Omit<SimulatedMonth, 'month'> = { entered: 0, sent: 0, tasks: 0, suppressed: 0 };

/** Adds customers up, one after the other. */
export class SimulationTally {
  #customers = 0;
  #reached = 0;
  readonly #entered = { treated: 0, 'held-out': 0 };
  readonly #refused: Partial<Record<EntryRefusal, number>> = {};
  readonly #ended: Partial<Record<JourneyEnded['reason'], number>> = {};
  readonly #taken = new Map<string, number>();
  readonly #suppressed = new Map<string, Partial<Record<Suppression, number>>>();
  readonly #months = new Map<string, Omit<SimulatedMonth, 'month'>>();
  readonly #examples: SimulatedRun[] = [];

  constructor(
    private readonly content: JourneyContent,
    private readonly mostExamples: number,
  ) {}

  /** What {@link simulateCustomer} found of the next one. */
  add(events: readonly JourneyEvent[]): void {
    this.#customers += 1;
    if (events.some(({ type }) => type === 'JourneyEntered')) this.#reached += 1;
    for (const event of events) this.#count(event);
    if (this.#examples.length < this.mostExamples) {
      this.#examples.push(...runsIn(events).slice(0, this.mostExamples - this.#examples.length));
    }
  }

  result(): JourneySimulation {
    return {
      customers: this.#customers,
      reached: this.#reached,
      entered: { ...this.#entered },
      refused: { ...this.#refused },
      ended: { ...this.#ended },
      steps: this.content.steps.map(({ stepId, kind }) => ({
        stepId,
        kind,
        taken: this.#taken.get(stepId) ?? 0,
        suppressed: this.#suppressed.get(stepId) ?? {},
      })),
      months: [...this.#months]
        .map(([month, counts]) => ({ month, ...counts }))
        .sort((one, other) => (one.month < other.month ? -1 : 1)),
      examples: [...this.#examples],
    };
  }

  #count({ type, data }: JourneyEvent): void {
    switch (type) {
      case 'JourneyEntered':
        this.#entered[data.group] += 1;
        return this.#inMonth(data.enteredAt, 'entered');
      case 'JourneyEntryRefused':
        this.#refused[data.reason] = (this.#refused[data.reason] ?? 0) + 1;
        return;
      case 'JourneyStepTaken':
        this.#taken.set(data.stepId, (this.#taken.get(data.stepId) ?? 0) + 1);
        return this.#countAction(data.stepId, data.action, data.takenAt);
      case 'JourneyEnded':
        this.#ended[data.reason] = (this.#ended[data.reason] ?? 0) + 1;
        return;
      case 'JourneyStepPutOff':
      case 'JourneyTaskDone':
        return;
    }
  }

  #countAction(stepId: string, action: StepAction, at: string): void {
    switch (action.kind) {
      case 'message':
      case 'survey':
      case 'voucher':
        return this.#inMonth(at, 'sent');
      case 'task':
        return this.#inMonth(at, 'tasks');
      case 'suppressed': {
        const counts = this.#suppressed.get(stepId) ?? {};
        this.#suppressed.set(stepId, { ...counts, [action.reason]: (counts[action.reason] ?? 0) + 1 });
        return this.#inMonth(at, 'suppressed');
      }
      case 'branch':
      case 'wait':
        return;
    }
  }

  #inMonth(at: string, what: keyof typeof NOTHING): void {
    const month = new Date(at).toISOString().slice(0, 7);
    const counts = this.#months.get(month) ?? NOTHING;
    this.#months.set(month, { ...counts, [what]: counts[what] + 1 });
  }
}

/** In the order of entry. */
export function runsIn(events: readonly JourneyEvent[]): readonly SimulatedRun[] {
  const runs = new Map<string, SimulatedRun>();
  for (const { type, data } of events) {
    if (type === 'JourneyEntered') {
      const { customerId, group, enteredAt } = data;
      runs.set(data.runId, { customerId, group, enteredAt, steps: [] });
      continue;
    }
    const run = 'runId' in data ? runs.get(data.runId) : undefined;
    if (!run) continue;
    if (type === 'JourneyStepTaken') {
      const { action, stepId, takenAt: at } = data;
      const why = action.kind === 'suppressed' ? { suppressed: action.reason } : {};
      runs.set(data.runId, { ...run, steps: [...run.steps, { stepId, kind: action.kind, at, ...why }] });
    }
    if (type === 'JourneyEnded') runs.set(data.runId, { ...run, ended: data.reason, endedAt: data.endedAt });
  }
  return [...runs.values()];
}
