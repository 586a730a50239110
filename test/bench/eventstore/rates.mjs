import { median, round } from '../harness.mjs';
import { appends, batches, sequential } from './append.work.mjs';
import { measure } from './core.share.mjs';
import { allRead, streamRead, subscription } from './read.work.mjs';

const WORK = {
  appends_per_second: appends,
  batched_events_per_second: batches,
  sequential_per_second: sequential,
  stream_read_per_second: streamRead,
  all_read_per_second: allRead,
  subscription_per_second: subscription,
};
const READS = ['stream_read_per_second', 'all_read_per_second', 'subscription_per_second'];

/** Rates of one client against one node, medians of rounds, and the shares of a core that both used. */
export async function measureRates({ client, pid }, { rounds, scale }) {
  const figures = {};
  const shares = {};
  for (const [name, work] of Object.entries(WORK)) {
    await work(client, scale / 4);
    const measured = [];
    for (let count = 0; count < rounds; count++) measured.push(await measure(pid, () => work(client, scale)));
    const over = (key, digits) => round(median(measured.map((each) => each[key])), digits);
    figures[name] = over('perSecond', 0);
    shares[name] = { client: over('clientShare'), node: over('nodeShare') };
    console.log(`${name} ${figures[name]}, of a core: client ${shares[name].client}, node ${shares[name].node}`);
  }
  figures.node_core_share = Math.max(...READS.map((name) => shares[name].node));
  return { figures, shares };
}
