import type { Recorded } from '@tenure/kernel';
import type { ProjectionBinding } from '../projection.binding';

/** What a projection's table must hold after these events: the plain fold, by key. */
export function foldPlainly({ projection }: ProjectionBinding, events: readonly Recorded[]): Map<string, object> {
  const rows = new Map<string, object>();
  for (const event of events) {
    if (projection.handles !== 'all' && !projection.handles.includes(event.type)) continue;
    for (const key of projection.keysOf(event)) rows.set(key, projection.fold(rows.get(key), event, key));
  }
  return rows;
}
