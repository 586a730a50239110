import type { Problem } from '../import.problem';

/** A name that occurs again is told apart by its number: `Variant`, `Variant#2`. A column without a name is `#3`. */
export function distinctNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim();
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (name === '') return `#${index + 1}`;
    return count === 1 ? name : `${name}#${count}`;
  });
}

/** Answers the place of a column by its name; a name that the file lacks is reported with those that it has. */
export function columnResolver(
  columns: readonly string[] | 'any',
  problems: Problem[],
): (name: string, path: string) => number {
  if (columns === 'any') return () => 0;
  const places = new Map(columns.map((name, index) => [name, index]));
  return (name, path) => {
    const place = places.get(name);
    if (place !== undefined) return place;
    const close = columns.find((column) => simplified(column) === simplified(name));
    const remedy = close === undefined ? '' : `; did you mean ${JSON.stringify(close)}?`;
    const message = `the file has no column ${JSON.stringify(name)}${remedy} Its columns: ${columns.join(', ')}`;
    problems.push({ at: path, message });
    return 0;
  };
}

const simplified = (name: string): string => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
