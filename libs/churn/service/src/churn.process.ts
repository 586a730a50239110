import type { AutomationProgress, Process, ProcessBatch, StoreStep } from '@tenure/automation-runtime';
import type { ChurnModelContent, PolicyBook } from '@tenure/policy-contract';
import { withConnection } from '@tenure/postgres';
import { ProjectionBehindError } from '@tenure/projections';
import { setTimers, type Timer, type TimerHandler, type TimerWorker } from '@tenure/timers';
import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { CHURN_POLICY_ID } from './churn.policies';
import type { ScoringRun } from './scoring.run';

export const CHURN_TIMER = 'churn-scoring';
/** After a load of history everything is otherwise. */
export const CHURN_HANDLES: readonly string[] = ['HistoryLoadFinished'];

export interface ChurnProcessParts {
  readonly dataSource: DataSource;
  readonly policies: PolicyBook;
  readonly run: ScoringRun;
  readonly progress: AutomationProgress;
  readonly timers: (handler: TimerHandler) => TimerWorker;
  /** ISO 8601. */
  readonly now: () => string;
  /** For how long scoring is put off where the read models lag. */
  readonly putOffMs: number;
}

/**
 * Has all customers scored once a day, at the hour that the policy says, and after history was loaded. A day on which the
 * platform did not run at that hour is made good when it runs again; days that are over are not.
 */
export class ChurnProcess implements Process {
  constructor(private readonly parts: ChurnProcessParts) {}

  async handle({ events }: ProcessBatch): Promise<StoreStep | undefined> {
    const { now } = this.parts;
    const timers = events.map(({ id }) => ({ kind: CHURN_TIMER, key: `load-${id}`, dueAt: now() }));
    return timers.length === 0 ? undefined : (client) => setTimers(client, now, timers);
  }

  async keepTime(signal: AbortSignal): Promise<void> {
    await this.#setDay(this.parts.now());
    const worker = this.parts.timers((timer, stopping) => this.#score(timer, AbortSignal.any([signal, stopping])));
    worker.start();
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await worker.close();
  }

  async #score({ key }: Timer, signal: AbortSignal): Promise<void> {
    const { now } = this.parts;
    const daily = await this.#daily();
    const today = daily && dayAt(now(), daily);
    const isDone = isOver(key, today) || (await this.#run(key, signal));
    if (isDone && isDay(key) && today) await this.#setDay(key >= today.key ? tomorrowAt(now()) : now());
  }

  /** False where it was broken off, by the end of the process or by read models that lag: it goes on from there later. */
  async #run(key: string, signal: AbortSignal): Promise<boolean> {
    const { run, progress, now, putOffMs } = this.parts;
    try {
      await run.run(key, progress.position, signal);
      if (!signal.aborted) return true;
    } catch (error) {
      if (!(error instanceof ProjectionBehindError)) throw error;
    }
    await this.#set({ kind: CHURN_TIMER, key, dueAt: new Date(Date.parse(now()) + putOffMs).toISOString() });
    return false;
  }

  /** The scoring of the day that a moment (ISO 8601) is of; where its hour has passed it is due at once. */
  async #setDay(at: string): Promise<void> {
    const daily = await this.#daily();
    if (!daily) return;
    const { key, dueAt } = dayAt(at, daily);
    await this.#set({ kind: CHURN_TIMER, key, dueAt });
  }

  async #daily(): Promise<Daily | undefined> {
    return (await this.parts.policies.inForce('churn-model', CHURN_POLICY_ID, this.parts.now()))?.content.daily;
  }

  #set(timer: Timer): Promise<void> {
    const { dataSource, now } = this.parts;
    return withConnection(dataSource, (client) => setTimers(client, now, [timer]));
  }
}

type Daily = ChurnModelContent['daily'];

/** When customers are scored on the day, in the zone of the policy, that a moment is of. */
function dayAt(at: string, { timeZone, hour }: Daily): ScoringDay {
  const moment = DateTime.fromISO(at, { zone: timeZone });
  const due = moment.startOf('day').set({ hour });
  return { key: due.toFormat('yyyy-MM-dd'), dueAt: new Date(due.toMillis()).toISOString(), hasCome: due <= moment };
}

interface ScoringDay {
  readonly key: string;
  readonly dueAt: string;
  /** Whether it was due by that moment. */
  readonly hasCome: boolean;
}

/** A day that was missed, and has been followed by another. */
const isOver = (key: string, today: ScoringDay | undefined): boolean =>
  isDay(key) && today !== undefined && today.hasCome && key < today.key;

const tomorrowAt = (at: string): string => new Date(Date.parse(at) + 86_400_000).toISOString();

const isDay = (runId: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(runId);
