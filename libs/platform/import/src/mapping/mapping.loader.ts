import { readFile } from 'node:fs/promises';
import { encodingExists } from 'iconv-lite';
import { ImportProblem, type Problem } from '../import.problem';
import { noCheck } from './command.check';
import { regularExpressionFlaw } from './conversion.check';
import type { Mapping } from './mapping';
import { compileMapping } from './mapping.compiler';
import { createMappingMemory } from './mapping.memory';
import { checkSchema } from './mapping.schema';

/** Reads and checks a mapping file; throws an ImportProblem that lists everything wrong with it. */
export async function loadMapping(path: string): Promise<Mapping> {
  const checked = checkMapping(await readText(path));
  if (checked.mapping) return checked.mapping;
  throw new ImportProblem(checked.problems.map(({ at, message }) => ({ at: `${path}: ${at}`, message })));
}

/** Checks the text of a mapping file without looking at data. */
export function checkMapping(
  text: string,
): { readonly mapping: Mapping } | { readonly mapping?: undefined; readonly problems: readonly Problem[] } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    return { problems: [{ at: 'the file', message: `is not JSON: ${messageOf(cause)}` }] };
  }
  const schema = checkSchema(parsed);
  if (!schema.mapping) return schema;
  const problems: Problem[] = [...sourceProblems(schema.mapping), ...ambiguities(schema.mapping)];
  compileMapping(schema.mapping, 'any', createMappingMemory(), problems, noCheck);
  return problems.length === 0 ? schema : { problems };
}

function sourceProblems({ source = {} }: Mapping): Problem[] {
  const { encoding = 'utf-8', entries = '', delimiter = ',', quote } = source;
  const problems: Problem[] = [];
  const report = (field: string, message: string): number => problems.push({ at: `source.${field}`, message });
  if (!encodingIsKnown(encoding)) report('encoding', unknownEncoding(encoding));
  const wrong = regularExpressionFlaw(entries);
  if (wrong) report('entries', wrong);
  if ([quote, '\n', '\r'].includes(delimiter)) report('delimiter', 'can be neither the quote nor a line end');
  return problems;
}

const encodingIsKnown = (name: string): boolean => encodingExists(name);

const unknownEncoding = (name: string): string => `${name} is not known; try utf-8, windows-1252, gb18030 or utf-16le`;

function ambiguities({ emit, groupBy }: Mapping): Problem[] {
  const perRow = emit.flatMap(({ per }, index) => (per === 'row' && !groupBy ? [index] : []));
  return perRow.map((index) => ({
    at: `emit[${index}].per`,
    message: 'rows are not grouped here, so every command is per row: leave `per` out or add groupBy',
  }));
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ImportProblem([{ at: path, message: `the mapping can't be read: ${messageOf(cause)}` }]);
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
