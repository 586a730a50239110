import { parseArgs } from 'node:util';
import { startEmbeddedEventStore } from './embedded-event-store';
import { errorMessageOf } from './log/system.error';

const USAGE = 'usage: main.js --data FOLDER [--port N] [--host ADDRESS] [--segment-bytes N] [--supervised]';

/** Runs a node until SIGTERM, or SIGINT unless supervised; supervised, also until stdin or the IPC channel closes. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '2113' },
      host: { type: 'string' },
      'segment-bytes': { type: 'string' },
      supervised: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (values.data === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(USAGE);
  const stopRequested = new Promise<void>((resolve) => onStopRequest(values.supervised, resolve));
  const segmentBytes = values['segment-bytes'] === undefined ? undefined : Number(values['segment-bytes']);
  const node = await startEmbeddedEventStore({ dataFolder: values.data, port, host: values.host, segmentBytes });
  const { connectionString } = node;
  process.stdout.write(
    `${JSON.stringify({ ready: true, port: node.port, connectionString, processId: process.pid })}\n`,
  );
  await stopRequested;
  await node.stop();
}

function onStopRequest(isSupervised: boolean, stop: () => void): void {
  process.on('SIGTERM', stop);
  // The terminal sends Ctrl-C to the whole group: a supervisor stops its clients first, then this node.
  process.on('SIGINT', isSupervised ? () => undefined : stop);
  if (!isSupervised) return;
  process.on('disconnect', stop);
  if (process.channel !== undefined) return;
  process.stdin.on('end', stop).on('error', stop).on('close', stop).resume();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`event store: ${errorMessageOf(error)}\n`);
    process.exit(1);
  },
);
