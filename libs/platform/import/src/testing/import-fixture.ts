import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'papaparse';
import type { ImportSummary } from '../import.summary';
import { runImport, type ImportOptions } from '../run-import';
import type { CommandFate, ImportCommand, ImportSink } from '../sending/import.sink';

export interface RejectedRow {
  readonly file: string;
  readonly line: string;
  readonly code: string;
  readonly reason: string;
  readonly row: string;
}

export interface ImportFixture {
  readonly folder: string;
  readonly write: (name: string, content: string | Buffer) => string;
  /** Imports the given data by the mapping into the sink. */
  readonly run: (
    mapping: object,
    files: Record<string, string | Buffer>,
    options?: Partial<ImportOptions>,
  ) => Promise<ImportSummary>;
  readonly rejects: () => RejectedRow[];
  readonly remove: () => void;
}

/** A folder of its own for one test's mapping, data and rejects. */
export function createImportFixture(): ImportFixture {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-import-test-'));
  const write = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const rejectsFile = join(folder, 'rejects.csv');
  return {
    folder,
    write,
    run: (mapping, files, options = {}) =>
      runImport({
        mappingFile: write('test.mapping.json', JSON.stringify(mapping)),
        files: Object.entries(files).map(([name, content]) => write(name, content)),
        sink: createMemorySink(),
        rejectsFile,
        ...options,
      }),
    rejects: () =>
      parse<RejectedRow>(readFileSync(rejectsFile, 'utf8'), { header: true, skipEmptyLines: true }).data.map((row) => ({
        ...row,
        file: row.file.replace(`${dirname(rejectsFile)}/`, ''),
      })),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface MemorySink extends ImportSink {
  /** Those accepted, in their order. */
  readonly accepted: readonly ImportCommand[];
}

/** Knows a command by its id; refuses what `refuse` answers a fate for. */
export function createMemorySink(
  refuse: (command: ImportCommand) => CommandFate | undefined = () => undefined,
): MemorySink {
  const ids = new Set<string>();
  const accepted: ImportCommand[] = [];
  return {
    accepted,
    send: async (command) => {
      const refusal = refuse(command);
      if (refusal) return refusal;
      if (ids.has(command.commandId)) return { status: 'known' };
      ids.add(command.commandId);
      accepted.push(command);
      return { status: 'accepted' };
    },
  };
}
