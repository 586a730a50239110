import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ImportProblem } from '../import.problem';
import { createReader, type Reader, type ReaderSnapshot } from './reader';
import type { FromReader, ToReader } from './reader.messages';
import type { ReaderSettings } from './unit';
import { decodeUnits, encodeFates } from './unit.codec';

export interface OpenReader extends Reader {
  /** To be called in the end, whatever became of it. */
  readonly close: () => Promise<void>;
}

/** A reader in a thread of its own where there is a built one, so that this thread is free for the event store. */
export function openReader(settings: ReaderSettings): OpenReader {
  const built = join(__dirname, 'reader.worker.js');
  if (existsSync(built)) return threadedReader(settings, built);
  return { ...createReader(settings), close: () => Promise.resolve() };
}

const NOTHING_READ: ReaderSnapshot = {
  rows: { read: 0, accepted: 0, known: 0, rejected: 0 },
  commands: {},
  commandsSettled: 0,
  rejections: {},
  files: [],
  bytesRead: 0,
  bytesTotal: 0,
};

function threadedReader(settings: ReaderSettings, path: string): OpenReader {
  const worker = new Worker(path, { workerData: settings });
  const ended = new Promise<never>((_resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the reading thread ended early with code ${code}`)));
  });
  // Heard by whoever runs it; until then, and after that, it may end as it likes.
  ended.catch(() => undefined);
  const post = (message: ToReader): void => worker.postMessage(message);
  let snapshot = NOTHING_READ;
  return {
    settle: (fates) => post({ kind: 'settle', fatesJson: encodeFates(fates) }),
    stop: () => post({ kind: 'stop' }),
    snapshot: () => snapshot,
    close: async () => void (await worker.terminate()),
    run: (job, deliver) => {
      const done = new Promise<void>((resolve, reject) => {
        worker.on('message', (message: FromReader) => {
          if ('snapshot' in message) snapshot = message.snapshot;
          if (message.kind === 'units') deliver(decodeUnits(message.unitsJson));
          if (message.kind === 'finished') resolve();
          if (message.kind === 'problem') reject(new ImportProblem(message.problems));
        });
      });
      post({ kind: 'read', job });
      return Promise.race([done, ended]);
    },
  };
}
