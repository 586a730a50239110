/** What the clocks of service standards cost: business time, worked out alone. */
import { measureBusinessTime } from './clocks/business.time.mjs';
import { report } from './harness.mjs';

const parts = [await measureBusinessTime()];
const merged = (name) => Object.assign({}, ...parts.map((part) => part[name]));
report('clocks', merged('ratios'), merged('figures'));
