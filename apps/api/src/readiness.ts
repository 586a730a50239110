import type { EventStoreDBClient } from '@eventstore/db-client';
import { headPosition } from '@tenure/event-store';
import type { ProjectionControl, ReadinessCheck } from '@tenure/http';
import type { DataSource } from 'typeorm';

export const readinessChecks = (
  client: EventStoreDBClient,
  dataSource: DataSource,
  projections: ProjectionControl,
): readonly ReadinessCheck[] => [
  { name: 'event-store', check: async () => void (await headPosition(client)) },
  { name: 'postgresql', check: async () => void (await dataSource.query('SELECT 1')) },
  { name: 'projections', check: () => assertRunning(projections) },
];

/** Running, not caught up: a service that is behind answers, and says by how much. */
async function assertRunning(projections: ProjectionControl): Promise<void> {
  const reasons = (await projections.status()).flatMap(reasonNotRunning);
  if (reasons.length > 0) throw new Error(reasons.join('; '));
}

type Status = Awaited<ReturnType<ProjectionControl['status']>>[number];

const NOT_RUNNING: readonly (string | undefined)[] = ['stopped', 'failing', 'fenced'];

function reasonNotRunning({ name, state, failure, position, lagEvents }: Status): string[] {
  if (failure) return [`${name} failed: ${failure.message}`];
  if (NOT_RUNNING.includes(state)) return [`${name} is ${state}`];
  return position === undefined && lagEvents !== 0 ? [`${name} has not begun`] : [];
}
