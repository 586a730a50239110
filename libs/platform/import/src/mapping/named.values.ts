import type { Problem } from '../import.problem';
import type { Mapping, Node } from './mapping';
import type { Compute } from './scope';

/** Compiles each of the mapping's named values once; reports names that are missing or go in a circle. */
export function namedValues(
  { values = {} }: Mapping,
  problems: Problem[],
  compile: (node: Node, path: string) => Compute,
): (name: string, path: string) => Compute {
  const compiled = new Map<string, Compute>();
  const underWay = new Set<string>();
  return (name, path) => {
    const known = compiled.get(name);
    if (known) return known;
    const node = values[name];
    if (node === undefined || underWay.has(name)) {
      const missing = `no value of the name ${name} stands under values`;
      problems.push({ at: path, message: node === undefined ? missing : `${name} refers to itself` });
      return () => undefined;
    }
    underWay.add(name);
    const compute = compile(node, `values.${name}`);
    compiled.set(name, compute);
    return compute;
  };
}
