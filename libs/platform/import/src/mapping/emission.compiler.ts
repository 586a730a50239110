import type { CsvRow } from '../csv/csv.scanner';
import { stableUuid } from '../values/stable.id';
import type { Emission, Mapping } from './mapping';
import { flaw, textOf, type Compiling, type Compute, type Flaw, type Json, type Scope, type Test } from './scope';

/** A command as a mapping makes it: which one, what it says, and an id that is the same whenever the data comes again. */
export interface MappedCommand {
  readonly type: string;
  readonly payload: object;
  readonly commandId: string;
}

export interface Commands {
  readonly commands: readonly MappedCommand[];
  /** Commands of equal order key have to be carried out in their order. */
  readonly orderKey: string;
}

/** Makes the commands of rows that belong together; flaws instead when there is one in any of them. */
export function compileEmissions(
  compiling: Compiling,
  mapping: Mapping,
): (group: readonly CsvRow[]) => Commands | { readonly flaws: readonly Flaw[] } {
  const emissions = mapping.emit.map((emission, index) =>
    compileEmission(compiling, mapping, emission, `emit[${index}]`),
  );
  const perGroup = mapping.emit.flatMap(({ per = 'group' }, index) => (per === 'group' ? [emissions[index]] : []));
  const perRow = mapping.emit.flatMap(({ per = 'group' }, index) => (per === 'row' ? [emissions[index]] : []));
  const orderBy = mapping.orderBy === undefined ? undefined : compiling.node(mapping.orderBy, 'orderBy');

  return (group) => {
    const [first] = group;
    if (!first) return { flaws: [] };
    const scope: Scope = { group, rows: group, row: first, index: 0, flaws: [] };
    const commands: MappedCommand[] = [];
    for (const emit of perGroup) emit?.(scope, commands);
    const order = orderBy?.(scope);
    if (perRow.length > 0) {
      group.forEach((row, index) => {
        Object.assign(scope, { row, index, rows: [row] });
        for (const emit of perRow) emit?.(scope, commands);
      });
    }
    if (scope.flaws.length > 0) return { flaws: scope.flaws };
    if (commands.length === 0) return { flaws: [{ row: first, code: 'nothing-applies', reason: NOTHING_APPLIES }] };
    return { commands, orderKey: order === undefined ? customerOf(commands) : textOf(order) };
  };
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
    commands.push({ type, payload: content, commandId: stableUuid(name, type, ...parts) });
  };
}

function customerOf(commands: readonly MappedCommand[]): string {
  for (const { payload } of commands) {
    if ('customerId' in payload && typeof payload.customerId === 'string') return payload.customerId;
  }
  return '';
}
