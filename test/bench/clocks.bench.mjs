/** What the clocks of service standards cost: business time, worked out alone, and clocks that run. */
import { measureBusinessTime } from './clocks/business.time.mjs';
import { measureRunningClocks } from './clocks/running.clocks.mjs';
import { report } from './harness.mjs';

// Running clocks come first: this process measures them, and the garbage of the millions of deadlines would stop it in their midst.
const running = await measureRunningClocks();
const parts = [await measureBusinessTime(), running];
const merged = (name) => Object.assign({}, ...parts.map((part) => part[name]));
report('clocks', merged('ratios'), merged('figures'));
