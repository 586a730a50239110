/**
 * `npm run kafka`: a broker of its own on 127.0.0.1:9092, or the port that KAFKA_PORT says, until Ctrl-C. Its data is that
 * of the local broker in the platform's data folder.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildWhatChanged } from './steps/build.mjs';
import { installWhatIsMissing } from './steps/install.mjs';
import { ROOT } from './steps/root.mjs';

const port = Number(process.env.KAFKA_PORT || 9092);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`KAFKA_PORT must be a whole number 1–65535, not "${process.env.KAFKA_PORT}"`);
  process.exit(2);
}
await installWhatIsMissing();
await buildWhatChanged();
const { startLocalKafka } = createRequire(import.meta.url)('@tenure/local-servers');

try {
  // Asked for before the start, which can be stopped as well.
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
  });
  const dataFolder = join(process.env.TENURE_DATA_DIR || join(ROOT, '.tenure'), 'kafka');
  const kafka = await startLocalKafka({ dataFolder, port, onLine: console.log, onUnexpectedExit: fail });
  console.log(`Kafka listens on ${kafka.brokers[0]}; data and log are in ${dataFolder}.`);
  console.log(`To use it: KAFKA_BROKERS=${kafka.brokers[0]} TENURE_FEED=kafka npm start`);
  console.log('Ctrl-C stops it; the data stays.');
  const waiting = setInterval(() => undefined, 60_000);
  await stopped;
  clearInterval(waiting);
  await kafka.stop();
  console.log('Stopped.');
} catch (error) {
  fail(error);
}

function fail({ message }) {
  console.error(message);
  process.exit(1);
}
