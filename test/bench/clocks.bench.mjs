/** What the clocks of service standards cost: business time, worked out alone, and clocks that run. */
import { measureBusinessTime } from './clocks/business.time.mjs';
import { measureRunningClocks } from './clocks/running.clocks.mjs';
import { report } from './harness.mjs';

const parts = [await measureBusinessTime(), await measureRunningClocks()];
const merged = (name) => Object.assign({}, ...parts.map((part) => part[name]));
report('clocks', merged('ratios'), merged('figures'));
