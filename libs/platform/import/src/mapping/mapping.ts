import type { Rounding } from '../values/exact-decimal';

/** A mapping file, as `mapping.schema.json` describes it; `docs/import.md` explains each part. */
export interface Mapping {
  readonly $schema?: string;
  readonly name: string;
  readonly description?: string;
  readonly source?: Source;
  readonly values?: Readonly<Record<string, Node>>;
  readonly refuse?: readonly Refusal[];
  readonly groupBy?: GroupBy;
  readonly orderBy?: Node;
  readonly emit: readonly Emission[];
}

export interface Source {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: string | null;
  readonly columns?: readonly string[];
  readonly skipLines?: number;
  readonly absent?: readonly string[];
  readonly timeZone?: string;
  readonly decimal?: '.' | ',';
  readonly thousands?: string;
  readonly entries?: string;
  readonly maxRowLength?: number;
}

export interface GroupBy {
  readonly columns: readonly string[];
  readonly scope?: 'consecutive' | 'file';
  readonly maxOpenRows?: number;
}

export interface Refusal {
  readonly when: Condition;
  readonly code: string;
  readonly reason: string;
}

export interface Emission {
  readonly command: string;
  readonly description?: string;
  readonly per?: 'group' | 'row';
  readonly when?: Condition;
  readonly key: readonly Node[];
  readonly payload: Readonly<Record<string, Node>>;
  readonly knownWhenRefused?: readonly string[];
}

export type Scalar = string | number | boolean | null;

/** A constant, an expression (an object whose first key starts with `$`), or a list or object of such. */
export type Node = Scalar | Expression | readonly Node[] | { readonly [field: string]: Node };

export type Expression =
  | ColumnExpression
  | TemplateExpression
  | ValueExpression
  | HashExpression
  | EitherExpression
  | ChooseExpression
  | RowsExpression;

/** Taken over all rows that belong together. */
export type RowsExpression =
  | FirstExpression
  | EachExpression
  | SumExpression
  | CountExpression
  | LastExpression
  | LeastExpression
  | GreatestExpression;

export interface Conversion {
  readonly as?: 'string' | 'integer' | 'number' | 'decimal' | 'money' | 'minor-units' | 'instant' | 'day' | 'boolean';
  readonly trim?: boolean;
  readonly replace?: readonly { readonly pattern: string; readonly with: string }[];
  readonly map?: Readonly<Record<string, Scalar>>;
  readonly otherwise?: Scalar;
  readonly case?: 'upper' | 'lower';
  readonly slug?: boolean;
  readonly default?: Scalar;
  readonly format?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly rounding?: Rounding;
  readonly sign?: 'negate' | 'absolute';
  readonly true?: readonly string[];
  readonly false?: readonly string[];
}

export type ColumnExpression = Conversion & { readonly $column: string };
export type TemplateExpression = Conversion & { readonly $template: string };
export type ValueExpression = { readonly $value: string };
export type HashExpression = {
  readonly $hash: readonly string[] | '*';
  readonly prefix?: string;
  readonly countRepeats?: boolean;
};
export type EitherExpression = { readonly $either: readonly Node[] };
export type ChooseExpression = {
  readonly $choose: readonly { readonly when: Condition; readonly then: Node }[];
  readonly otherwise?: Node;
};
/** Of the first row of the group, wherever it stands. */
export type FirstExpression = { readonly $first: Node };
export type EachExpression = { readonly $each: Node };
export type SumExpression = Conversion & { readonly $sum: readonly string[] };
export type CountExpression = { readonly $count: 'rows' };
export type LastExpression = { readonly $last: Node };
export type LeastExpression = { readonly $least: Node };
export type GreatestExpression = { readonly $greatest: Node };

export type Condition =
  | ConditionTest
  | { readonly position: 'first' | 'last' }
  | RememberingCondition
  | { readonly earlier: Condition; readonly was?: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Depends on the rows that came before, also in earlier files of the run. */
export type RememberingCondition = { readonly firstSeen: Node } | { readonly changed: Node; readonly within: Node };

/** What is looked at is `column`, or any expression `of`; exactly one of the tests is made. */
export interface ConditionTest {
  readonly column?: string;
  readonly of?: Node;
  readonly equals?: Scalar;
  readonly notEquals?: Scalar;
  readonly in?: readonly Scalar[];
  readonly matches?: string;
  readonly is?: 'present' | 'absent';
  readonly above?: number;
  readonly below?: number;
  readonly before?: Node;
  readonly after?: Node;
}
