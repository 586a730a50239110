import { describeTable, type TableShape } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import type { Claim } from './checkpoint.store';
import type { ProjectionBinding } from './projection.binding';
import { UnknownProjectionError } from './projection.errors';
import { ProjectionFold } from './projection.fold';
import { type KnownParking, NOTHING_PARKED } from './sequence.parking';

/** Opens the folds of a group whose claims were just read. */
export function openFolds(
  dataSource: DataSource,
  bindings: readonly ProjectionBinding[],
  claimOf: (name: string) => Claim | undefined,
  cacheRows: number,
  tableOf: (shape: TableShape) => string = ({ table }) => table,
  knownOf: (name: string) => KnownParking = () => NOTHING_PARKED,
): ProjectionFold[] {
  return bindings.map((binding) => {
    const claim = claimOf(binding.projection.name);
    if (!claim) throw new Error(`projection ${binding.projection.name} has no checkpoint`);
    const shape = describeTable(dataSource, binding.entity);
    return new ProjectionFold(binding, shape, tableOf(shape), claim, cacheRows, knownOf(claim.name));
  });
}

/** The bindings of these names; throws `UnknownProjectionError`. */
export function selectBindings(bindings: readonly ProjectionBinding[], names: readonly string[]): ProjectionBinding[] {
  return names.map((name) => {
    const binding = bindings.find(({ projection }) => projection.name === name);
    if (!binding)
      throw new UnknownProjectionError(
        name,
        bindings.map(({ projection }) => projection.name),
      );
    return binding;
  });
}
