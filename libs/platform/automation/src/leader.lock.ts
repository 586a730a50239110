import { Client } from 'pg';

const ASK_AGAIN_MS = 500;

/** A lock that one session in the database holds at a time; a process that dies loses it at once. */
export class LeaderLock {
  private constructor(
    private readonly client: Client,
    /** Aborted when the session is lost, and the lock with it. */
    readonly lost: AbortSignal,
  ) {}

  /** Waits until nobody else holds it; undefined when aborted before. */
  static async take(url: string, name: string, signal: AbortSignal): Promise<LeaderLock | undefined> {
    const client = new Client({ connectionString: url, application_name: `tenure ${name}`, keepAlive: true });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    await client.connect();
    try {
      while (!signal.aborted) {
        if (await isFree(client, name)) return new LeaderLock(client, lost.signal);
        await new Promise<void>((resolve) => {
          const done = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', done);
            resolve();
          };
          const timer = setTimeout(done, ASK_AGAIN_MS);
          signal.addEventListener('abort', done);
        });
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    await client.end();
    return undefined;
  }

  async release(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

async function isFree(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS free',
    [`tenure-automation:${name}`],
  );
  return rows[0]?.free === true;
}
