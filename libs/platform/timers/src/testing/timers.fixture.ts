import { startTestPostgres, until } from '@tenure/local-servers/testing';
import { Pool } from 'pg';
import { TIMERS_SCHEMA, type Timer, type TimerHandler } from '../timer';
import { setTimers } from '../timer.schedule';
import { TimerWorker } from '../timer.worker';
import { migrateTimers } from '../timers.migration';

export const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
export const now = (): string => inMs(0);
export const deadline = (key: string, dueAt: string, content?: unknown): Timer => ({
  kind: 'deadline',
  key,
  dueAt,
  content,
});

/** Timers in a database of their own, and workers that note what they carry out. */
export class TimersFixture {
  readonly carriedOut: Timer[] = [];
  readonly failures: [error: unknown, timer: string | undefined][] = [];
  readonly #workers: TimerWorker[] = [];

  private constructor(
    readonly url: string,
    readonly pool: Pool,
    private readonly stopServer: () => Promise<void>,
  ) {}

  static async open(): Promise<TimersFixture> {
    const postgres = await startTestPostgres();
    await Promise.all([migrateTimers(postgres.url), migrateTimers(postgres.url)]);
    return new TimersFixture(postgres.url, new Pool({ connectionString: postgres.url, max: 3 }), () => postgres.stop());
  }

  readonly note: TimerHandler = (timer) => Promise.resolve(void this.carriedOut.push(timer));

  start(handler: TimerHandler = this.note, clock: () => string = now): TimerWorker {
    const worker = new TimerWorker({
      url: this.url,
      handlers: { deadline: handler },
      now: clock,
      careMs: 200,
      onFailure: (error, timer) => this.failures.push([error, timer]),
    });
    this.#workers.push(worker);
    worker.start();
    return worker;
  }

  async set(timers: readonly Timer[], clock: () => string = now): Promise<void> {
    const client = await this.pool.connect();
    await setTimers(client, clock, timers).finally(() => client.release());
  }

  async left(): Promise<number> {
    const { rows } = await this.pool.query<{ jobs: number }>(`SELECT count(*)::int AS jobs FROM ${TIMERS_SCHEMA}.jobs`);
    return rows[0]?.jobs ?? -1;
  }

  allDone(): Promise<void> {
    return until(async () => (await this.left()) === 0, 'all are carried out');
  }

  async clear(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.close()));
    this.carriedOut.length = 0;
    this.failures.length = 0;
    await this.pool.query(`DELETE FROM ${TIMERS_SCHEMA}._private_jobs`);
  }

  async stop(): Promise<void> {
    await this.pool.end();
    await this.stopServer();
  }
}
