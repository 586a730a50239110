import type { MetricEvent } from './metric.events';

/** When an event happened in the business: epoch milliseconds. */
export function happenedAt({ data }: MetricEvent): number {
  const own = TIMES.flatMap((name) => (name in data ? [String(Reflect.get(data, name))] : []));
  return Date.parse(own[0] ?? '');
}

/** Before those that an event only repeats, such as when what is called off was bought. */
const TIMES = [
  'cancelledAt',
  'answeredAt',
  'purchasedAt',
  'registeredAt',
  'changedAt',
  'mergedAt',
  'undoneAt',
  'enteredAt',
  'overriddenAt',
  'openedAt',
  'acceptedAt',
  'respondedAt',
  'resolvedAt',
  'reopenedAt',
  'closedAt',
  'linkedAt',
  'breachedAt',
  'pausedAt',
  'metAt',
  'continuedAt',
  'invitedAt',
];
