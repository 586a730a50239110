import { parentPort, workerData } from 'node:worker_threads';
import { ImportProblem } from '../import.problem';
import { createReader } from './reader';
import type { FromReader, ToReader } from './reader.messages';
import type { ReaderJob } from './unit';
import { decodeFates, decodeSettings, encodeUnits } from './unit.codec';

const PROGRESS_EVERY_MS = 200;

const port = parentPort;
if (port) {
  const post = (message: FromReader): void => port.postMessage(message);
  const reader = createReader(decodeSettings(workerData));
  port.on('message', (message: ToReader) => {
    if (message.kind === 'read') read(message.job);
    else if (message.kind === 'settle') reader.settle(decodeFates(message.fatesJson));
    else reader.stop();
  });

  const read = (job: ReaderJob): void => {
    const progress = setInterval(() => post({ kind: 'progress', snapshot: reader.snapshot() }), PROGRESS_EVERY_MS);
    reader
      .run(job, (units) => post({ kind: 'units', unitsJson: encodeUnits(units) }))
      .then(() => post({ kind: 'finished', snapshot: reader.snapshot() }))
      .catch((error: unknown) => {
        if (!(error instanceof ImportProblem)) throw error;
        post({ kind: 'problem', problems: error.problems });
      })
      .finally(() => {
        clearInterval(progress);
        port.close();
      });
  };
}
