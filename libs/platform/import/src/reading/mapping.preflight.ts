import { ImportProblem, type Problem } from '../import.problem';
import type { InputFile } from '../input/input.files';
import type { CommandCheck } from '../mapping/command.check';
import { compileMapping, type CompiledMapping } from '../mapping/mapping.compiler';
import type { Memory } from '../mapping/scope';
import { readHeader } from './file.opening';
import type { ReaderJob } from './unit';

/** Looks at the header of every file before anything is sent; throws an ImportProblem that lists all that don't fit. */
export async function compileForFiles(
  { mapping, files }: ReaderJob,
  mappingFile: string,
  memory: Memory,
  check: CommandCheck,
): Promise<Map<InputFile, CompiledMapping>> {
  if (files.length === 0)
    throw new ImportProblem([{ at: 'the data', message: 'holds no CSV file; see source.entries' }]);
  const problems: Problem[] = [];
  const byHeader = new Map<string, CompiledMapping>();
  const byFile = new Map<InputFile, CompiledMapping>();
  for (const file of files) {
    const header = await headerOf(file);
    if ('problem' in header) {
      problems.push({ at: file.name, message: header.problem });
      continue;
    }
    const key = JSON.stringify(header.columns);
    const compiled = byHeader.get(key) ?? compileFor(file, header.columns);
    byHeader.set(key, compiled);
    byFile.set(file, compiled);
  }
  if (problems.length > 0) throw new ImportProblem(problems);
  return byFile;

  function compileFor(file: InputFile, columns: readonly string[]): CompiledMapping {
    const found: Problem[] = [];
    const compiled = compileMapping(mapping, columns, memory, found, check);
    problems.push(...found.map(({ at, message }) => ({ at: `${mappingFile}: ${at} (for ${file.name})`, message })));
    return compiled;
  }

  async function headerOf(file: InputFile): ReturnType<typeof readHeader> {
    try {
      return await readHeader(file, mapping.source ?? {});
    } catch (cause) {
      return { problem: `can't be read: ${cause instanceof Error ? cause.message : String(cause)}` };
    }
  }
}
