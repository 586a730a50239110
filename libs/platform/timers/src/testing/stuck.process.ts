import { TimerWorker } from '../timer.worker';

/** A worker that says which timers it has begun and finishes none of them. */
function main(url: string): void {
  const worker = new TimerWorker({
    url,
    now: () => new Date().toISOString(),
    handlers: {
      deadline: ({ key }) => {
        process.stdout.write(`${key}\n`);
        return new Promise(() => undefined);
      },
    },
    onFailure: (error) => process.stderr.write(`${String(error)}\n`),
  });
  worker.start();
}

const [, program, url] = process.argv;
if (program === __filename && url !== undefined) main(url);
