import { writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import type { ApiClient } from '../api.client';
import type { Terminal } from '../terminal';

export interface TableFileOptions {
  readonly csv?: string;
  readonly xlsx?: string;
  readonly language?: string;
}

export const withTableFiles = (command: Command): Command =>
  command
    .option('--csv <file>', 'write the table into a CSV file')
    .option('--xlsx <file>', 'write the table into an Excel file')
    .addOption(new Option('--language <language>', 'of the file').choices(['zh', 'en']).default('zh'));

/** Writes the files that are asked for; false where none is. */
export async function saveTables(
  api: ApiClient,
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  { csv, xlsx, language }: TableFileOptions,
  terminal: Terminal,
): Promise<boolean> {
  for (const [format, file] of Object.entries({ csv, xlsx })) {
    if (file === undefined) continue;
    await writeFile(file, await api.download(path, { ...query, format, language }));
    terminal.note(`Written to ${file}`);
  }
  return csv !== undefined || xlsx !== undefined;
}
