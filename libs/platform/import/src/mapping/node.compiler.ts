import { compileExpression } from './expression.compiler';
import { isExpression } from './expression.guard';
import type { Node } from './mapping';
import type { Compiling, Compute, Json } from './scope';

/** A constant, an expression, or a list or object of such. Absent fields and elements are left out. */
export function compileNode(compiling: Compiling, node: Node, path: string): Compute {
  if (node === null || typeof node !== 'object') return () => node;
  if (isList(node)) return listOf(node.map((element, index) => compileNode(compiling, element, `${path}[${index}]`)));
  if (isExpression(node)) return compileExpression(compiling, node, path);
  const fields = Object.entries(node).map(([name, value]): [string, Compute] => [
    name,
    compileNode(compiling, value, `${path}.${name}`),
  ]);
  return objectOf(fields);
}

function listOf(elements: readonly Compute[]): Compute {
  return (scope) => elements.map((element) => element(scope)).filter((value) => value !== undefined);
}

function objectOf(fields: readonly [string, Compute][]): Compute {
  return (scope) => {
    const object: Record<string, Json> = {};
    for (const [name, compute] of fields) {
      const value = compute(scope);
      if (value !== undefined) object[name] = value;
    }
    return object;
  };
}

const isList = (node: object): node is readonly Node[] => Array.isArray(node);
