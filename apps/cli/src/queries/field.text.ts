import { textTable } from '../text.table';
import { shown } from './answer.text';

type Field = readonly [name: string, value: unknown];

/** The fields of an answer, one a line, those of objects in it by their path; what is not known is left out. */
export const fieldLines = (answer: object): readonly string[] =>
  textTable(
    [
      { title: 'FIELD', value: ([name]: Field) => name },
      { title: 'VALUE', value: ([, value]: Field) => shown(value) },
    ],
    fieldsOf(answer, ''),
  );

function fieldsOf(answer: object, path: string): Field[] {
  return Object.entries(answer).flatMap(([name, value]: [string, unknown]) => {
    if (value === null || value === undefined) return [];
    if (typeof value === 'object' && !Array.isArray(value)) return fieldsOf(value, `${path}${name}.`);
    return [[`${path}${name}`, value] as const];
  });
}
