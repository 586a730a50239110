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
  const broken = (await projections.status()).filter(({ failure }) => failure !== undefined);
  const names = broken.map(({ name, failure }) => `${name}: ${failure?.message ?? ''}`);
  if (names.length > 0) throw new Error(names.join('; '));
}
