import type { EventStoreDBClient } from '@eventstore/db-client';
import { headPosition } from '@tenure/event-store';
import {
  StallWatch,
  type AutomationSource,
  type AutomationStatus,
  type IngressSource,
  type ReadinessCheck,
  type RelaySource,
} from '@tenure/http';
import type { DataSource } from 'typeorm';
import type { WatchedProjection } from './watched.projections';

export interface ReadinessOptions {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly projections: () => Promise<readonly WatchedProjection[]>;
  readonly relay?: RelaySource;
  readonly automation?: AutomationSource;
  readonly ingress?: IngressSource;
  /** How long an automation may fail, or be behind without moving. */
  readonly stalledAfterMs: number;
  readonly nowMs: () => number;
}

export const readinessChecks = (options: ReadinessOptions): readonly ReadinessCheck[] => {
  const { client, dataSource, projections, relay, automation, ingress } = options;
  return [
    { name: 'event-store', check: async () => void (await headPosition(client)) },
    { name: 'postgresql', check: async () => void (await dataSource.query('SELECT 1')) },
    { name: 'projections', check: async () => assertNone((await projections()).flatMap(reasonNotRunning)) },
    ...(relay ? [relayCheck(relay)] : []),
    ...(automation ? [automationCheck(automation, options)] : []),
    ...(ingress ? [ingressCheck(ingress)] : []),
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

function automationCheck(
  automation: AutomationSource,
  { client, stalledAfterMs, nowMs }: ReadinessOptions,
): ReadinessCheck {
  const watch = new StallWatch(stalledAfterMs);
  const reasonOf = ({ name, position, failure }: AutomationStatus, head: bigint): string[] => {
    if (failure && nowMs() - Date.parse(failure.since) > stalledAfterMs) {
      return [`the automation ${name} has failed since ${failure.since}: ${failure.message}`];
    }
    const isBehind = position !== undefined && position < head;
    const stalledMs = watch.stalledMs({ name, position, isBehind });
    return stalledMs === undefined ? [] : [stalledText(`the automation ${name}`, stalledMs, String(position))];
  };
  const check = async () => {
    const head = (await headPosition(client)) ?? -1n;
    assertNone(automation.status().flatMap((status) => reasonOf(status, head)));
  };
  return { name: 'automation', check };
}

const ingressCheck = (ingress: IngressSource): ReadinessCheck => ({
  name: 'ingress',
  check: async () => {
    const { failure } = ingress.status();
    assertNone(failure === undefined ? [] : [`the ingress waits, and tries again: ${failure}`]);
  },
});
