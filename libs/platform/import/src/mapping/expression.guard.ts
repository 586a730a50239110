import type { Expression, Node } from './mapping';

/** The schema has made sure that an object with a `$` field is one expression and nothing else. */
export const isExpression = (
  node: Exclude<Node, string | number | boolean | null | readonly Node[]>,
): node is Expression => Object.keys(node).some((field) => field.startsWith('$'));
