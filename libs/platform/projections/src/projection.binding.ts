import type { DomainEvent, Projection, Recorded } from '@tenure/kernel';

/** Any projection, whatever its rows and events. Methods, so that every `Projection<Row, Event>` fits. */
export interface AnyProjection {
  readonly name: string;
  readonly version: number;
  readonly handles: readonly string[] | 'all';
  readonly insertOnly?: boolean;
  keysOf(event: Recorded): readonly string[];
  fold(row: object | undefined, event: Recorded, key: string): object;
}

/**
 * A projection and the TypeORM entity that its rows are stored as. The entity's only primary column holds the key; an
 * insert-only projection may have several.
 */
export interface ProjectionBinding {
  readonly projection: AnyProjection;
  readonly entity: new () => object;
}

/** The same as `{ projection, entity }`, checking that the entity has the row's shape. */
export const bindProjection = <Row extends object, Event extends DomainEvent>(
  projection: Projection<Row, Event>,
  entity: new () => Row,
): ProjectionBinding => ({ projection, entity });
