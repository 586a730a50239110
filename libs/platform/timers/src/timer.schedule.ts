import type { ClientBase } from 'pg';
import { jobKeyOf, TIMERS_SCHEMA, type Timer, type TimerClock } from './timer';

/** As many as the library can count: it would give up in the end, also for processes that were killed in the midst. */
const ATTEMPTS = 32_000;

/**
 * Sets timers, in one statement and in the transaction that is open; one that is set already is replaced, also where it
 * is being carried out. Each kind and key at most once among them.
 */
export async function setTimers(client: ClientBase, now: TimerClock, timers: readonly Timer[]): Promise<void> {
  if (timers.length === 0) return;
  const start = Date.parse(now());
  // Durations, not moments: the clock is the caller's, and the one that jobs are fetched by is the database's.
  // Locked first: the library, of version 0.17.3, passes over a job that is being fetched at that moment without a new one.
  await client.query(
    `SELECT count(*) FROM
       (SELECT count(*) AS jobs FROM
         (SELECT FROM ${TIMERS_SCHEMA}._private_jobs WHERE key = ANY($3) ORDER BY key FOR UPDATE) AS job) AS locked,
       ${TIMERS_SCHEMA}.add_jobs((
         SELECT array_agg((kind, payload, null, clock_timestamp() + after_ms * interval '1 millisecond', ${ATTEMPTS}, key, null, null)
           ::${TIMERS_SCHEMA}.job_spec)
         FROM unnest($1::text[], $2::json[], $3::text[], $4::double precision[]) AS timer (kind, payload, key, after_ms)
         WHERE locked.jobs >= 0))`,
    [
      timers.map(({ kind }) => kind),
      timers.map(({ key, dueAt, content = null }) => JSON.stringify({ key, dueAt, content })),
      timers.map(jobKeyOf),
      timers.map(({ dueAt }) => Date.parse(dueAt) - start),
    ],
  );
}

/** Cancels timers, in one statement and in the transaction that is open; those that are not set are passed over. */
export async function cancelTimers(client: ClientBase, timers: readonly Pick<Timer, 'kind' | 'key'>[]): Promise<void> {
  if (timers.length === 0) return;
  await client.query(`SELECT count(${TIMERS_SCHEMA}.remove_job(key)) FROM unnest($1::text[]) AS timer (key)`, [
    timers.map(jobKeyOf),
  ]);
}
