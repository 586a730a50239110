import type { EventStoreDBClient } from '@eventstore/db-client';
import { unseenEvents, type UnseenEvents } from '@tenure/event-store';
import type { RelayStatus } from '@tenure/http';
import type { ProjectionStatus } from '@tenure/projections';

/**
 * The lag by what the log holds beyond each position: nothing, although system events may follow; a few events, which
 * are counted; or so many that their number stays an estimate. In seconds it is the age of the oldest of them.
 */
export async function withExactLag<Status extends ProjectionStatus>(
  client: EventStoreDBClient,
  statuses: readonly Status[],
  nowMs: number,
): Promise<Status[]> {
  const behind = statuses.filter(({ lagEvents }) => lagEvents !== 0).map(({ position }) => position);
  const unseen = new Map(
    await Promise.all([...new Set(behind)].map(async (after) => [after, await unseenEvents(client, after)] as const)),
  );
  return statuses.map((status) => {
    const events = unseen.get(status.position);
    return events ? { ...status, ...lagOf(events, status.lagEvents, nowMs) } : status;
  });
}

/** The same for a relay that leads; another one can't say where the topic ends. */
export async function withExactRelayLag(
  client: EventStoreDBClient,
  status: RelayStatus,
  nowMs: number,
): Promise<RelayStatus> {
  if (status.role !== 'leader') return status;
  return { ...status, ...lagOf(await unseenEvents(client, status.position), status.lagEvents, nowMs) };
}

function lagOf({ count, isAll, oldestRecordedAt }: UnseenEvents, estimate: number | undefined, nowMs: number) {
  const lagSeconds = oldestRecordedAt === undefined ? 0 : Math.max(0, nowMs - Date.parse(oldestRecordedAt)) / 1000;
  return { lagEvents: isAll ? count : Math.max(count, estimate ?? 0), lagSeconds };
}
