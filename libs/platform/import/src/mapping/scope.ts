import type { CsvRow } from '../csv/csv.scanner';
import type { Problem } from '../import.problem';
import type { CommandCheck } from './command.check';
import type { Condition, Node, Source } from './mapping';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/** What is being mapped right now. Moved from row to row instead of made anew, since there are very many rows. */
export interface Scope {
  /** The rows that belong together. */
  group: readonly CsvRow[];
  /** Those of them that sums and lists are taken over. */
  rows: readonly CsvRow[];
  /** The one that columns are read from. */
  row: CsvRow;
  /** Place of `row` in `group`. */
  index: number;
  readonly flaws: Flaw[];
}

/** Why a row can't be mapped. */
export interface Flaw {
  readonly row: CsvRow;
  readonly code: string;
  readonly reason: string;
}

/** Undefined stands for absent. Pushes a flaw, and answers undefined, where there is no answer. */
export type Compute = (scope: Scope) => Json | undefined;
export type Test = (scope: Scope) => boolean;

/** What the parts of the compiler share. The functions of it break the circle between nodes and conditions. */
export interface Compiling {
  readonly source: Source;
  readonly problems: Problem[];
  readonly node: (node: Node, path: string) => Compute;
  readonly condition: (condition: Condition, path: string) => Test;
  /** Place of a column; reports a column that the file lacks. */
  readonly column: (name: string, path: string) => number;
  readonly columns: readonly string[];
  readonly value: (name: string, path: string) => Compute;
  readonly memory: Memory;
  readonly check: CommandCheck;
}

/** What the mapping remembers of earlier rows. */
export interface Memory {
  /** True the first time that a key is asked for in a run. */
  readonly isFirst: (site: string, key: string) => boolean;
  /** True when the value that a key had the last time was another. */
  readonly isChanged: (site: string, key: string, value: string) => boolean;
  /** How often a key was counted in this file, this time included. */
  readonly count: (site: string, key: string) => number;
  /** The commands that followed from what was noted were made: it stands. */
  readonly keep: () => void;
  /** They were not, so it does not. */
  readonly forget: () => void;
}

export function flaw(scope: Scope, reason: string, code = 'value-invalid'): undefined {
  scope.flaws.push({ row: scope.row, code, reason });
}

/** The text that a value is compared, hashed and identified by. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
