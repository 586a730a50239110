import { Client } from 'pg';
import { TIMERS_SCHEMA } from './timer';

const JOBS = `${TIMERS_SCHEMA}._private_jobs`;

/** A pool takes its lock a moment after it may have fetched its first jobs. */
const GRACE = `interval '1 second'`;

/**
 * Says that a worker lives: by a lock of a session of its own, which the database lets go of as soon as the process is
 * gone. By the same session it frees the jobs of workers whose lock nobody holds, and corrects jobs that have failed.
 */
export class WorkerPresence {
  #client: Client | undefined;

  constructor(private readonly url: string) {}

  /** Held until `leave`; connects again where the session was lost. */
  async hold(workerId: string): Promise<void> {
    if (this.#client) return;
    const client = new Client({ connectionString: this.url, application_name: 'tenure timers', keepAlive: true });
    client.on('error', () => this.#drop(client));
    client.on('end', () => this.#drop(client));
    await client.connect();
    await client.query(`SELECT pg_advisory_lock(${lockOf('$1')})`, [workerId]);
    this.#client = client;
  }

  /** Frees the jobs of workers that are dead; resolves to how many those were. */
  async freeJobsOfTheDead(ownId: string): Promise<number> {
    // This session holds its own worker's lock and would be given it again, so its own jobs are left out.
    const { rows } = await this.#session().query<{ worker: string }>(
      `WITH holder AS MATERIALIZED (SELECT DISTINCT locked_by AS worker FROM ${JOBS}
         WHERE locked_by IS NOT NULL AND locked_at < now() - ${GRACE})
       SELECT worker FROM holder WHERE worker <> $1 AND pg_try_advisory_xact_lock(${lockOf('worker')})`,
      [ownId],
    );
    const dead = rows.map(({ worker }) => worker);
    if (dead.length > 0) await this.#session().query(`SELECT ${TIMERS_SCHEMA}.force_unlock_workers($1)`, [dead]);
    return dead.length;
  }

  /**
   * Failed jobs, by id, with the milliseconds after which they are to be tried again; those that were replaced meanwhile
   * are done with. Resolves to the ids that are still held, to be asked for again.
   */
  async retry(failed: ReadonlyMap<string, number>): Promise<string[]> {
    if (failed.size === 0) return [];
    const ids = [...failed.keys()];
    const session = this.#session();
    const { rows } = await session.query<{ id: string; key: string | null; held: boolean }>(
      `SELECT id::text, key, locked_by IS NOT NULL AS held FROM ${JOBS} WHERE id = ANY($1::bigint[])`,
      [ids],
    );
    const free = rows.filter(({ held }) => !held);
    const replaced = free.filter(({ key }) => key === null).map(({ id }) => id);
    const again = free.filter(({ key }) => key !== null).map(({ id }) => id);
    await session.query(`SELECT FROM ${TIMERS_SCHEMA}.complete_jobs($1::bigint[])`, [replaced]);
    await session.query(
      `SELECT FROM unnest($1::bigint[], $2::double precision[]) AS failed (id, after_ms), LATERAL ${TIMERS_SCHEMA}
         .reschedule_jobs(ARRAY[failed.id], attempts => 0, run_at => clock_timestamp() + after_ms * interval '1 millisecond')`,
      [again, again.map((id) => failed.get(id) ?? 0)],
    );
    return rows.filter(({ held }) => held).map(({ id }) => id);
  }

  /** Frees what the worker still holds: nobody is there any more to carry it out. */
  async leave(workerId: string): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.query(`SELECT ${TIMERS_SCHEMA}.force_unlock_workers($1)`, [[workerId]]);
    await client?.end();
  }

  #session(): Client {
    if (!this.#client) throw new Error('The session that says that this worker lives was lost');
    return this.#client;
  }

  #drop(client: Client): void {
    if (this.#client === client) this.#client = undefined;
    void client.end().catch(() => undefined);
  }
}

const lockOf = (workerId: string): string => `hashtextextended('tenure-timer-worker:' || ${workerId}, 0)`;
