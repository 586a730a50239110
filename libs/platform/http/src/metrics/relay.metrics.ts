import { Gauge, type Registry } from 'prom-client';
import type { RelayStatus } from './relay.status';

const ROLES: readonly RelayStatus['role'][] = ['connecting', 'standby', 'leader'];

/** Adds the relay's figures to a registry that lives for one answer. */
export function addRelayMetrics(registry: Registry, relay: RelayStatus): void {
  const add = (name: string, help: string, value: number | undefined) => {
    const gauge = new Gauge({ name: `tenure_relay_${name}`, help, labelNames: [], registers: [registry] });
    // Without labels a gauge begins at 0, which would say something.
    if (value === undefined) gauge.remove();
    else gauge.set(value);
  };
  add('position', 'Position of the log up to which all events are in Kafka.', numberOf(relay.position));
  add('lag_events', 'Events behind the log; an estimate above a hundred.', relay.lagEvents);
  add('lag_seconds', 'Age of the oldest event that is not in Kafka; 0 where there is none.', relay.lagSeconds);
  add('healthy', 'Whether it gets on, or has nothing to do.', relay.healthy ? 1 : 0);
  add('seconds_since_progress', 'Since it last got on or was at the head.', relay.secondsSinceProgress);
  const roles = new Gauge({
    name: 'tenure_relay_role',
    help: 'Which part it plays: 1 for the one that it has.',
    labelNames: ['role'],
    registers: [registry],
  });
  for (const role of ROLES) roles.set({ role }, role === relay.role ? 1 : 0);
}

const numberOf = (position: bigint | undefined): number | undefined =>
  position === undefined ? undefined : Number(position);
