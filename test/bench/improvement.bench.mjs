/**
 * Improvement: complaints tagged and watched against a bare projection, a month's report over a long history, and the
 * trace of a complaint. BENCH_PARTS names some of them.
 */
import { report } from './harness.mjs';
import { measureDetecting } from './improvement/detecting.mjs';
import { measureReporting } from './improvement/reporting.mjs';

const PARTS = { detecting: measureDetecting, reporting: measureReporting };
const wanted = process.env.BENCH_PARTS?.split(',') ?? Object.keys(PARTS);
const measured = [];
for (const name of wanted) measured.push(await PARTS[name]());
const merged = (name) => Object.assign({}, ...measured.map((part) => part[name]));
report('improvement', merged('ratios'), merged('figures'));
