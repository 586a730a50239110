import 'reflect-metadata';
import { waitForPosition } from '../position.wait';
import { ProjectionEngine } from '../projection.engine';
import { ArrayFeed } from './array.feed';
import { ofCustomers } from './poisoned.projections';
import { openSampleSource } from './sample.database';
import { payments, record } from './sample.log';
import { sampleBindings } from './sample.projections';

/** One of these ends the process as soon as it is folded into the balances. */
export const DEADLY_POSITION = 120n;
export const deadlyLog = ofCustomers(record(payments(40, 4)));

/** A projector that folds the deadly log from the database whose address it is given; ends when it is caught up. */
async function main(url: string): Promise<void> {
  const dataSource = await openSampleSource(url, 'deadly');
  const feed = new ArrayFeed();
  feed.append(...deadlyLog);
  const [balance, ...others] = sampleBindings;
  if (!balance) throw new Error('no sample');
  const { projection } = balance;
  const deadly: typeof projection = {
    ...projection,
    keysOf: (event) => projection.keysOf(event),
    fold: (row, event, key) => {
      if (event.position === DEADLY_POSITION) process.kill(process.pid, 'SIGKILL');
      return projection.fold(row, event, key);
    },
  };
  const { head, reread } = feed;
  const bindings = [{ ...balance, projection: deadly }, ...others];
  const engine = new ProjectionEngine({ dataSource, feed, head, reread, bindings, parkedPollMs: 10 });
  engine.start();
  const names = bindings.map((binding) => binding.projection.name);
  await waitForPosition(dataSource, names, deadlyLog.at(-1)?.position ?? 0n, 60_000);
  await engine.stop();
  await dataSource.destroy();
}

const [, program, url] = process.argv;
if (program === __filename && url !== undefined) void main(url);
