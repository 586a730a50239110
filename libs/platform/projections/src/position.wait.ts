import { PostgresUnavailableError } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { ProjectionBehindError } from './projection.errors';

const POLL_MS = 4;

/**
 * Resolves when the rows of all named projections hold everything up to the position, whichever process writes them.
 * Rejects with `ProjectionBehindError`, naming the one that is furthest behind, or
 * `PostgresUnavailableError`, once the time is up or `signal` is aborted.
 */
export function waitForPosition(
  dataSource: DataSource,
  names: readonly string[],
  position: bigint,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const poller = pollers.get(dataSource) ?? new PositionPoller(dataSource);
  pollers.set(dataSource, poller);
  return poller.wait(names, position, timeoutMs, signal);
}

interface Waiter {
  readonly isSettled: (positions: ReadonlyMap<string, bigint | undefined>) => boolean;
  /** A failed look counts only where there is no time for another. */
  readonly isHopeless: (error: unknown) => boolean;
}

const pollers = new WeakMap<DataSource, PositionPoller>();

/** However many wait, the table is asked once at a time. */
class PositionPoller {
  private readonly waiters = new Set<Waiter>();
  private isPolling = false;

  constructor(private readonly dataSource: DataSource) {}

  wait(names: readonly string[], position: bigint, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    const deadlineMs = performance.now() + timeoutMs;
    const hasTime = () => performance.now() < deadlineMs && signal?.aborted !== true;
    return new Promise((resolve, reject) => {
      const isSettled = (positions: ReadonlyMap<string, bigint | undefined>) => {
        const behind = furthestBehind(names, position, positions);
        if (behind === undefined) resolve();
        else if (hasTime()) return false;
        else reject(new ProjectionBehindError(behind, position, positions.get(behind), timeoutMs));
        return true;
      };
      const isHopeless = (error: unknown) => {
        if (hasTime()) return false;
        reject(new PostgresUnavailableError(`The positions can't be read: ${String(error)}`, { cause: error }));
        return true;
      };
      this.waiters.add({ isSettled, isHopeless });
      if (!this.isPolling) void this.poll();
    });
  }

  private async poll(): Promise<void> {
    this.isPolling = true;
    while (this.waiters.size > 0) {
      const asked = [...this.waiters];
      try {
        const positions = await this.readPositions();
        for (const waiter of asked) if (waiter.isSettled(positions)) this.waiters.delete(waiter);
      } catch (error) {
        for (const waiter of asked) if (waiter.isHopeless(error)) this.waiters.delete(waiter);
      }
      if (this.waiters.size > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    this.isPolling = false;
  }

  private async readPositions(): Promise<Map<string, bigint | undefined>> {
    const rows: { name: string; position: string | null }[] = await this.dataSource.query(
      'SELECT name, position FROM projection_checkpoint',
    );
    return new Map(rows.map(({ name, position }) => [name, position === null ? undefined : BigInt(position)]));
  }
}

function furthestBehind(
  names: readonly string[],
  wanted: bigint,
  positions: ReadonlyMap<string, bigint | undefined>,
): string | undefined {
  let worst: { name: string; position: bigint } | undefined;
  for (const name of names) {
    const position = positions.get(name) ?? -1n;
    if (position < wanted && (worst === undefined || position < worst.position)) worst = { name, position };
  }
  return worst?.name;
}
