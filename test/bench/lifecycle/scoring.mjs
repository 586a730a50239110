/** Customers scored one after the other by each kind of model, with what explains each score; no server is asked. */
import { readFileSync } from 'node:fs';
import { factsAt, foldBehaviour } from '@tenure/behaviour-facts';
import { scoreOf } from '@tenure/churn-core';
import { median, rateOf, round } from '../harness.mjs';
import { history } from './customer.history.mjs';

const CUSTOMERS = 10_000;
const DAYS = 365;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const AT = '2024-01-02T00:00:00Z';

const file = new URL('../../../libs/policy/service/defaults/churn-model.policy.json', import.meta.url);
const { content: scorecard } = JSON.parse(readFileSync(file, 'utf8'));
const fitted = { from: '2023-01-01', until: '2023-10-01', customers: 2_357, lost: 1_000, logLikelihood: -9_595.4 };
const scored = { fact: 'daysSinceRegistered', known: true };
const average = { orderDays: 5, daysSinceFirstOrder: 200, daysSinceLastOrder: 40 };
const feature = (fact, transform, mean, deviation, weight) => ({ fact, transform, absent: 0, mean, deviation, weight });

const MODELS = {
  scorecard,
  // Parameters published for the CDNOW sample, as an example of what is fitted.
  'mbg-nbd': {
    ...scorecard,
    scored: { fact: 'orders', atLeast: 1 },
    model: { method: 'mbg-nbd', r: 0.525, alpha: 6.183, a: 0.891, b: 1.614, average, fitted },
  },
  logistic: {
    ...scorecard,
    scored,
    model: {
      method: 'logistic',
      intercept: -0.4,
      features: [
        feature('daysSinceLastOrder', 'log1p', 3.6, 1.1, 0.9),
        feature('orders180', 'log1p', 1.2, 0.8, -0.7),
        feature('spend180Minor', 'log1p', 9.1, 2.2, -0.2),
        feature('daysSinceLastLogin', 'log1p', 2.1, 1.2, 0.5),
        feature('logins30', 'log1p', 1.1, 0.9, -0.6),
        feature('loginTrendPercent', 'identity', -10, 40, -0.3),
        feature('meanRating180', 'known', 0.2, 0.4, 0.1),
        feature('daysSinceRegistered', 'log1p', 4.9, 0.9, 0.1),
      ],
      fitted,
    },
  },
};

export async function measureScoring() {
  const behaviours = behavioursOf(history({ customers: CUSTOMERS, days: DAYS }));
  const figures = {};
  for (const [name, model] of Object.entries(MODELS)) {
    const rates = { whole: [], score: [] };
    for (let count = 0; count <= ROUNDS; count++) {
      const facts = behaviours.map((behaviour) => factsAt(behaviour, AT));
      rates.score.push(await rateOf(() => scoresOf(facts, (known) => scoreOf(model, known))));
      rates.whole.push(await rateOf(() => scoresOf(behaviours, (known) => scoreOf(model, factsAt(known, AT)))));
    }
    figures[`scored_per_second_${name}`] = round(median(rates.score.slice(1)), 0);
    figures[`facts_and_score_per_second_${name}`] = round(median(rates.whole.slice(1)), 0);
  }
  const least = Math.min(...Object.keys(MODELS).map((name) => figures[`scored_per_second_${name}`]));
  return { ratios: {}, figures: { scored_per_second: least, ...figures } };
}

function behavioursOf(events) {
  const known = new Map();
  let number = 0;
  for (const { type, data, occurredAt } of events) {
    const metadata = { customerId: data.customerId, occurredAt };
    const event = { type, data, metadata, id: `event-${number++}`, recordedAt: occurredAt };
    known.set(data.customerId, foldBehaviour(known.get(data.customerId), event));
  }
  return [...known.values()];
}

/** Those that the model does not ask about count as well: it had to be seen. */
function scoresOf(customers, score) {
  let sum = 0;
  for (const customer of customers) sum += score(customer)?.score ?? 0;
  if (!(sum > 0)) throw new Error('nobody was scored');
  return customers.length;
}
