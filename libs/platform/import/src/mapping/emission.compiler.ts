import type { CsvRow } from '../csv/csv.scanner';
import { stableUuid } from '../values/stable.id';
import type { Emission, Mapping } from './mapping';
import {
  flaw,
  textOf,
  type Compiling,
  type Compute,
  type Flaw,
  type Json,
  type Memory,
  type Scope,
  type Test,
} from './scope';

/** A command as a mapping makes it: which one, what it says, and an id that is the same whenever the data comes again. */
export interface MappedCommand {
  readonly type: string;
  readonly payload: object;
  readonly commandId: string;
}

/** Rows that share one fate, and what is to be done about them: commands, or nothing because of flaws. */
export type MappedRows = { readonly rows: readonly CsvRow[] } & (
  | {
      readonly commands: readonly MappedCommand[];
      /** Commands of equal order key have to be carried out in their order. */
      readonly orderKey: string;
    }
  | { readonly flaws: readonly Flaw[] }
);

/**
 * Makes the commands of a group of rows. With a command per group its rows share one fate, and one flaw spoils all of
 * them; where every command is per row, each row has its own and the group is only looked at.
 */
export function compileEmissions(compiling: Compiling, mapping: Mapping): (group: readonly CsvRow[]) => MappedRows[] {
  const emitters = mapping.emit.map((emission, index) => ({
    per: emission.per ?? 'group',
    emit: compileEmission(compiling, mapping, emission, `emit[${index}]`),
  }));
  const perGroup = emitters.filter(({ per }) => per === 'group');
  const perRow = emitters.filter(({ per }) => per === 'row');
  const orderBy = mapping.orderBy === undefined ? undefined : compiling.node(mapping.orderBy, 'orderBy');

  return (group) =>
    perGroup.length > 0
      ? group.slice(0, 1).map((first) => mapTogether(group, first))
      : group.map((row, index) => mapRow(group, row, index));

  function mapTogether(group: readonly CsvRow[], first: CsvRow): MappedRows {
    const scope: Scope = { group, rows: group, row: first, index: 0, flaws: [] };
    const commands: MappedCommand[] = [];
    for (const { emit } of perGroup) emit(scope, commands);
    const order = orderBy?.(scope);
    if (perRow.length > 0) {
      group.forEach((row, index) => {
        Object.assign(scope, { row, index, rows: [row] });
        for (const { emit } of perRow) emit(scope, commands);
      });
    }
    return mappedRows(compiling.memory, group, scope.flaws, commands, order);
  }

  function mapRow(group: readonly CsvRow[], row: CsvRow, index: number): MappedRows {
    const scope: Scope = { group, rows: [row], row, index, flaws: [] };
    const commands: MappedCommand[] = [];
    for (const { emit } of perRow) emit(scope, commands);
    return mappedRows(compiling.memory, [row], scope.flaws, commands, orderBy?.(scope));
  }
}

function mappedRows(
  memory: Memory,
  rows: readonly CsvRow[],
  flaws: readonly Flaw[],
  commands: readonly MappedCommand[],
  order: Json | undefined,
): MappedRows {
  if (flaws.length > 0) {
    memory.forget();
    return { rows, flaws };
  }
  memory.keep();
  if (commands.length === 0) {
    return { rows, flaws: rows.slice(0, 1).map((row) => ({ row, code: 'nothing-applies', reason: NOTHING_APPLIES })) };
  }
  return { rows, commands, orderKey: order === undefined ? customerOf(commands) : textOf(order) };
}

const NOTHING_APPLIES = 'no command of the mapping applies';

function compileEmission(
  compiling: Compiling,
  { name }: Mapping,
  { command: type, when, key, payload }: Emission,
  path: string,
): (scope: Scope, commands: MappedCommand[]) => void {
  const holds: Test = when === undefined ? () => true : compiling.condition(when, `${path}.when`);
  const keys = key.map((node, index) => compiling.node(node, `${path}.key[${index}]`));
  const fields = Object.entries(payload).map(([field, node]): [string, Compute] => [
    field,
    compiling.node(node, `${path}.payload.${field}`),
  ]);
  return (scope, commands) => {
    if (!holds(scope)) return;
    const parts: string[] = [];
    for (const [index, compute] of keys.entries()) {
      const part = compute(scope);
      if (part === undefined)
        flaw(scope, `${path}.key[${index}], of which the command's id is made, is absent`, 'key-absent');
      else parts.push(textOf(part));
    }
    const content: Record<string, Json> = {};
    for (const [field, compute] of fields) {
      const value = compute(scope);
      if (value !== undefined) content[field] = value;
    }
    const wrong = compiling.check(type, content);
    if (wrong !== undefined) flaw(scope, wrong, 'invalid-command');
    commands.push({ type, payload: content, commandId: stableUuid(name, type, ...parts) });
  };
}

function customerOf(commands: readonly MappedCommand[]): string {
  for (const { payload } of commands) {
    if ('customerId' in payload && typeof payload.customerId === 'string') return payload.customerId;
  }
  return '';
}
