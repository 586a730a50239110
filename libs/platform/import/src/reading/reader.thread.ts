import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ImportProblem } from '../import.problem';
import { createReader, type Reader, type ReaderSnapshot } from './reader';
import type { FromReader, ToReader } from './reader.messages';
import type { ReaderJob } from './unit';
import { decodeUnits } from './unit.codec';

/** A reader in a thread of its own where there is a built one, so that this thread is free for the event store. */
export function openReader(job: ReaderJob): Reader {
  const built = join(__dirname, 'reader.worker.js');
  return existsSync(built) ? threadedReader(job, built) : createReader(job);
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

function threadedReader(job: ReaderJob, path: string): Reader {
  const worker = new Worker(path, { workerData: job });
  const post = (message: ToReader): void => worker.postMessage(message);
  let snapshot = NOTHING_READ;
  return {
    settle: (fates) => post({ kind: 'settle', fates }),
    stop: () => post({ kind: 'stop' }),
    snapshot: () => snapshot,
    run: (deliver) =>
      new Promise((resolve, reject) => {
        worker.on('message', (message: FromReader) => {
          if ('snapshot' in message) snapshot = message.snapshot;
          if (message.kind === 'units') deliver(decodeUnits(message.unitsJson));
          if (message.kind === 'finished') resolve();
          if (message.kind === 'problem') reject(new ImportProblem(message.problems));
        });
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`the reading thread ended early with code ${code}`)));
      }),
  };
}
