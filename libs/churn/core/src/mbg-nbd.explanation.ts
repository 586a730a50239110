import type { Facts } from '@tenure/behaviour-contract';
import type { ScoreExplanation } from '@tenure/churn-contract';
import type { MbgNbd } from '@tenure/policy-contract';
import { probabilityAlive, probabilityOfNone, type BuyingHistory } from '@tenure/statistics';
import { factTitle } from './fact.titles';
import { explained } from './score.explanation';

const DAYS_A_WEEK = 7;

export const BUYING_FACTS = ['orderDays', 'daysSinceFirstOrder', 'daysSinceLastOrder'] as const;
/** What the model goes by. */
export type Buying = MbgNbd['average'];

/** Nothing of a customer without an order. */
export function buyingOf({ orderDays, daysSinceFirstOrder, daysSinceLastOrder }: Facts): Buying | undefined {
  if (orderDays === undefined || orderDays < 1) return undefined;
  if (daysSinceFirstOrder === undefined || daysSinceLastOrder === undefined) return undefined;
  return { orderDays, daysSinceFirstOrder, daysSinceLastOrder };
}

/** In weeks; several orders of one day are one purchase, as in the literature. */
export const historyOf = ({ orderDays, daysSinceFirstOrder, daysSinceLastOrder }: Buying): BuyingHistory => ({
  repeats: orderDays - 1,
  recency: Math.max(0, daysSinceFirstOrder - daysSinceLastOrder) / DAYS_A_WEEK,
  age: daysSinceFirstOrder / DAYS_A_WEEK,
});

/** That a customer will order again at all; nothing of one without an order. */
export function aliveUnder(model: MbgNbd, facts: Facts): number | undefined {
  const buying = buyingOf(facts);
  return buying && probabilityAlive(model, historyOf(buying));
}

/**
 * In percent, against the average customer: what each of the three facts adds on average over all orders in which the
 * average customer's could be replaced by this one's (L. S. Shapley, "A value for n-person games", 1953).
 */
export function mbgNbdExplanation(model: MbgNbd, horizonDays: number, facts: Facts): ScoreExplanation | undefined {
  const own = buyingOf(facts);
  if (!own) return undefined;
  const { average } = model;
  const weeks = horizonDays / DAYS_A_WEEK;
  const lost = (orders: Buying, first: Buying, last: Buying): number => {
    const { orderDays } = orders;
    const { daysSinceFirstOrder } = first;
    const { daysSinceLastOrder } = last;
    return 100 * probabilityOfNone(model, historyOf({ orderDays, daysSinceFirstOrder, daysSinceLastOrder }), weeks);
  };
  const none = lost(average, average, average);
  const [o, f, l] = [lost(own, average, average), lost(average, own, average), lost(average, average, own)];
  const [of, ol, fl] = [lost(own, own, average), lost(own, average, own), lost(average, own, own)];
  const all = lost(own, own, own);
  return explained('percent', none, [
    contribution('orderDays', shapley(o - none, of - f, ol - l, all - fl)),
    contribution('daysSinceFirstOrder', shapley(f - none, of - o, fl - l, all - ol)),
    contribution('daysSinceLastOrder', shapley(l - none, ol - o, fl - f, all - of)),
  ]);
}

/** Replaced first, after one of the other two, after both. */
const shapley = (first: number, after: number, afterOther: number, last: number): number =>
  first / 3 + after / 6 + afterOther / 6 + last / 3;

const contribution = (of: (typeof BUYING_FACTS)[number], amount: number) => ({
  of,
  title: factTitle(of, 'identity'),
  amount,
});
