import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  LocalQueueModes,
  Logger,
  runTaskList,
  type Task,
  type TaskList,
  type WorkerEvents,
  type WorkerPool,
} from 'graphile-worker';
import { Pool, type PoolClient } from 'pg';
import { FailedJobs } from './failed.jobs';
import { TIMERS_SCHEMA, type TimerClock, type TimerHandler } from './timer';
import { readTimer, TimerIsEarly } from './timer.payload';
import { WorkerPresence } from './worker.presence';

export interface TimerWorkerOptions {
  /** postgres://user:password@host:port/database, whose timers have been migrated. */
  readonly url: string;
  /** By kind. Timers of other kinds are left alone. */
  readonly handlers: Readonly<Record<string, TimerHandler>>;
  readonly now: TimerClock;
  /** Timers carried out at a time; 32 unless given. */
  readonly concurrency?: number;
  /** How often timers that have come due are looked for; 500 unless given. */
  readonly pollMs?: number;
  /** How often jobs of dead workers, and failed ones, are looked after; 1,000 unless given. */
  readonly careMs?: number;
  /** What went wrong; it will be tried again. `timer` is the key of the one that failed. */
  readonly onFailure: (error: unknown, timer?: string) => void;
}

/** One waits for word of new jobs; there is one more for the lock of the worker. */
const connectionsFor = (concurrency: number): number => (concurrency === 1 ? 2 : 3);
const CONCURRENCY = 32;
const RESTART_MS = 1_000;
const COMPLETION_BATCH_MS = 10;

/** Carries out what is due, from `start` to `close`; several may do so on the same database. */
export class TimerWorker {
  readonly #stopping = new AbortController();
  readonly #failed = new FailedJobs();
  /** What is being carried out. */
  readonly #underWay = new Set<Promise<unknown>>();
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: TimerWorkerOptions) {}

  start(): void {
    this.#running = this.#runUntilClosed();
  }

  /** What is being carried out is waited for. */
  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #runUntilClosed(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#run();
      } catch (error) {
        this.options.onFailure(error);
      }
      await this.#pause(RESTART_MS);
    }
  }

  async #run(): Promise<void> {
    const { url, onFailure, concurrency = CONCURRENCY } = this.options;
    const max = connectionsFor(concurrency);
    const pool = new Pool({ connectionString: url, max, application_name: 'tenure timers' });
    const clients = new Set<PoolClient>();
    pool.on('error', (error) => onFailure(error));
    pool.on('connect', (client) => clients.add(client.on('error', () => undefined)));
    pool.on('remove', (client) => clients.delete(client));
    const presence = new WorkerPresence(url);
    const events = forgetfulQueue();
    const ended = new AbortController();
    const workers = this.#fetch(pool, events, ended.signal);
    const caring = this.#care(workers.id, presence, AbortSignal.any([ended.signal, this.#stopping.signal]));
    const close = () => void workers.gracefulShutdown();
    this.#stopping.signal.addEventListener('abort', close, { once: true, signal: ended.signal });
    try {
      await Promise.race([workers.promise, brokenBy(events)]);
    } finally {
      ended.abort();
      await caring;
      while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
      await presence.leave(workers.id).catch((error: unknown) => onFailure(error));
      // The pool would wait for connections that a broken worker never gives back.
      void pool.end();
      await Promise.allSettled([...clients].map((client) => client.end()));
    }
  }

  #fetch(pool: Pool, events: WorkerEvents, ended: AbortSignal): WorkerPool {
    const { concurrency = CONCURRENCY, pollMs = 500, handlers } = this.options;
    const tasks: TaskList = Object.fromEntries(
      Object.entries(handlers).map(([kind, handler]) => [kind, this.#taskOf(kind, handler)]),
    );
    const worker = {
      concurrentJobs: concurrency,
      pollInterval: pollMs,
      localQueue: { size: concurrency * 8 },
      completeJobBatchDelay: COMPLETION_BATCH_MS,
    };
    const options = { schema: TIMERS_SCHEMA, noHandleSignals: true, logger: this.#logger(ended), preset: { worker } };
    return runTaskList({ ...options, events }, tasks, pool);
  }

  #taskOf(kind: string, handler: TimerHandler): Task {
    const { now, onFailure } = this.options;
    const carryOut: Task = async (payload, { job, abortSignal }) => {
      try {
        const timer = readTimer(kind, payload);
        const remainingMs = Date.parse(timer.dueAt) - Date.parse(now());
        if (remainingMs > 0) throw new TimerIsEarly(remainingMs);
        await handler(timer, abortSignal);
        this.#failed.succeeded(job.id);
      } catch (error) {
        if (error instanceof TimerIsEarly) this.#failed.early(job.id, error.remainingMs);
        else if (!this.#stopping.signal.aborted) {
          this.#failed.failed(job.id);
          onFailure(error, job.key ?? kind);
        }
        throw error;
      }
    };
    return async (payload, helpers) => {
      const work = Promise.resolve(carryOut(payload, helpers));
      this.#underWay.add(work);
      await work.finally(() => this.#underWay.delete(work));
    };
  }

  async #care(workerId: string, presence: WorkerPresence, signal: AbortSignal): Promise<void> {
    const { careMs = 1_000, onFailure } = this.options;
    while (!signal.aborted) {
      try {
        await presence.hold(workerId);
        await presence.freeJobsOfTheDead(workerId);
        await this.#failed.putOff(presence);
      } catch (error) {
        onFailure(error);
      }
      await delay(careMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Failures of timers are told by the tasks themselves; the rest is the library's connections, for as long as it has them. */
  #logger(ended: AbortSignal): Logger {
    return new Logger(() => (level, message, meta) => {
      if (String(level) === 'error' && !meta?.failure && !ended.aborted) this.options.onFailure(new Error(message));
    });
  }

  async #pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}

/**
 * Lets the jobs that were fetched and not begun go when the worker is closed. The library, of version 0.17.3, means to
 * give them back itself, and fails in that when it has nothing else to do; they are freed with the worker's other jobs.
 */
function forgetfulQueue(): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on('localQueue:setMode', ({ localQueue, newMode }) => {
    if (newMode === LocalQueueModes.RELEASED) localQueue.jobQueue.splice(0);
  });
  return events;
}

/**
 * Rejects where jobs that were carried out can't be noted as such, as after a deadlock or a restart of the database. The
 * library, of version 0.17.3, means to try that again and to shut down if need be; it does neither, and fetches no more.
 */
function brokenBy(events: WorkerEvents): Promise<never> {
  return new Promise((_resolve, reject) => {
    events.once('pool:fatalError', ({ error: cause }) =>
      reject(new Error(`timers have stopped: ${String(cause)}`, { cause })),
    );
  });
}
