/**
 * Lifecycles: signals folded and stages judged against a bare projection, the daily review of many customers, steps of
 * journeys that are due at once, and customers scored. BENCH_PARTS names some of them.
 */
import { report } from './harness.mjs';
import { measureDueSteps } from './lifecycle/due.steps.mjs';
import { measureJudging } from './lifecycle/judging.mjs';
import { measureScoring } from './lifecycle/scoring.mjs';

const PARTS = { judging: measureJudging, steps: measureDueSteps, scoring: measureScoring };
const wanted = process.env.BENCH_PARTS?.split(',') ?? Object.keys(PARTS);
const measured = [];
for (const name of wanted) measured.push(await PARTS[name]());
const merged = (name) => Object.assign({}, ...measured.map((part) => part[name]));
report('lifecycle', merged('ratios'), merged('figures'));
