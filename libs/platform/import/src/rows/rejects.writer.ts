import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ImportProblem } from '../import.problem';
import type { Rejected } from './row.ledger';

export interface RejectsWriter {
  readonly write: (rejected: Rejected) => void;
  /** Resolves when there is room for more. */
  readonly drained: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Writes `file,line,code,reason,row` in UTF-8, one line for each refused row; replaces what was there. */
export async function openRejects(path: string): Promise<RejectsWriter> {
  const stream = await openStream(path);
  let fault: Error | undefined;
  stream.on('error', (error) => (fault = error));
  let pending = '';
  const flush = (): void => {
    if (pending !== '') stream.write(pending);
    pending = '';
  };
  pending = 'file,line,code,reason,row\n';
  return {
    write: ({ file, line, code, reason, raw }) => {
      pending += `${csvField(file)},${line},${code},${csvField(reason)},${csvField(raw)}\n`;
      if (pending.length > FLUSH_LENGTH) flush();
    },
    drained: async () => {
      if (fault) throw fault;
      if (stream.writableNeedDrain) await once(stream, 'drain');
    },
    close: async () => {
      flush();
      if (fault) throw fault;
      stream.end();
      await once(stream, 'finish');
    },
  };
}

async function openStream(path: string): Promise<WriteStream> {
  try {
    const file = await open(path, 'w');
    return createWriteStream(path, { fd: file });
  } catch (cause) {
    const message = `the rejects can't be written there: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new ImportProblem([{ at: path, message }]);
  }
}

const FLUSH_LENGTH = 64 * 1024;
const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
