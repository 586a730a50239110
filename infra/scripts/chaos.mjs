/**
 * `npm run chaos -- [--rounds N] [--seed S] [PATTERN]`: the faults that `npm test` injects in small, at length. Every run
 * prints its seed; PATTERN narrows it, as in `kafka` or `event-store`.
 */
import { parseArgs } from 'node:util';

const options = { rounds: { type: 'string', default: '20' }, seed: { type: 'string' } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
for (const [name, value] of Object.entries(values)) {
  if (/^[1-9]\d{0,8}$/.test(value)) continue;
  console.error(`--${name} must be a whole number from 1 on, not "${value}"`);
  process.exit(2);
}
process.env.TIERS = 'chaos';
process.env.CHAOS_ROUNDS = values.rounds;
if (values.seed) process.env.CHAOS_SEED = values.seed;
process.argv.splice(2, Infinity, ...positionals);
await import('./test.mjs');
