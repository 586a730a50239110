import type { EventStoreDBClient } from '@eventstore/db-client';
import { headPosition } from '@tenure/event-store';
import type { ReadinessCheck, RelaySource } from '@tenure/http';
import type { DataSource } from 'typeorm';
import type { WatchedProjection } from './watched.projections';

export interface ReadinessOptions {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly projections: () => Promise<readonly WatchedProjection[]>;
  readonly relay?: RelaySource;
}

export const readinessChecks = (options: ReadinessOptions): readonly ReadinessCheck[] => {
  const { client, dataSource, projections, relay } = options;
  return [
    { name: 'event-store', check: async () => void (await headPosition(client)) },
    { name: 'postgresql', check: async () => void (await dataSource.query('SELECT 1')) },
    { name: 'projections', check: async () => assertNone((await projections()).flatMap(reasonNotRunning)) },
    ...(relay ? [relayCheck(relay)] : []),
  ];
};

function assertNone(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new Error(reasons.join('; '));
}

const NOT_RUNNING: readonly (string | undefined)[] = ['stopped', 'failing', 'fenced'];

/** Running, not caught up: a service that is behind answers, and says by how much, for as long as it moves. */
function reasonNotRunning({ name, state, failure, position, lagEvents, stalledMs }: WatchedProjection): string[] {
  if (failure) return [`${name} failed: ${failure.message}`];
  if (NOT_RUNNING.includes(state)) return [`${name} is ${state}`];
  if (stalledMs !== undefined) return [stalledText(name, stalledMs, position)];
  return position === undefined && lagEvents !== 0 ? [`${name} has not begun`] : [];
}

const relayCheck = (relay: RelaySource): ReadinessCheck => ({
  name: 'relay',
  check: async () => {
    const { healthy, role, position, secondsSinceProgress, lastFailure } = await relay.status();
    if (healthy) return;
    const last = lastFailure ? `; last failure: ${lastFailure.message}` : '';
    const where = `${role} at position ${position ?? 'unknown'}`;
    throw new Error(`the relay is stalled: ${where}, no progress for ${Math.floor(secondsSinceProgress)} s${last}`);
  },
});

const stalledText = (name: string, stalledMs: number, position: string | undefined): string =>
  `${name} is stalled: behind, and at position ${position ?? 'none'} for ${Math.floor(stalledMs / 1000)} s`;
