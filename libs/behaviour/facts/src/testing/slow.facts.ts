import type { Facts } from '@tenure/behaviour-contract';
import type { BehaviourEvent } from '../behaviour.events';
import { dayIn, History, hundredths, newest, sum } from './slow.history';

/** What the facts are of generated histories, counted over all events of a customer at once. */
export function slowFacts(events: readonly BehaviourEvent[], at: string): Facts {
  const history = new History(events, at);
  const facts: Facts = {
    ...orderFacts(history),
    ...spendFacts(history),
    ...loginFacts(history),
    ...caseFacts(history),
    ...contractFacts(history),
    ...stageFacts(history),
    anomalies30: 0,
    anomalies180: 0,
    competitorContacts180: 0,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function ordersIn(history: History) {
  const cancelled = new Set(history.of('PurchaseCancelled').map(({ purchaseId }) => purchaseId));
  return history.of('PurchaseRecorded').filter(({ purchaseId }) => !cancelled.has(purchaseId));
}

function orderFacts(history: History): Facts {
  const orders = ordersIn(history);
  const within = (days: number) => orders.filter(({ purchasedAt }) => history.isWithin(purchasedAt, days)).length;
  const days = [...new Set(orders.map(({ purchasedAt }) => dayIn(purchasedAt)))].sort((a, b) => a - b);
  const first = days[0] ?? NaN;
  const last = days.at(-1) ?? NaN;
  return {
    orders: orders.length,
    orders7: within(7),
    orders30: within(30),
    orders180: within(180),
    orderDays: days.length,
    ...(days.length > 0 && { daysSinceFirstOrder: history.today - first, daysSinceLastOrder: history.today - last }),
    ...(days.length > 1 && rhythm((last - first) / (days.length - 1), history.today - last)),
  };
}

const rhythm = (mean: number, waited: number): Facts => ({
  meanDaysBetweenOrders: hundredths(mean),
  overdueRatio: hundredths(waited / mean),
});

function spendFacts(history: History): Facts {
  const orders = ordersIn(history);
  const orders180 = orders.filter(({ purchasedAt }) => history.isWithin(purchasedAt, 180));
  const returns180 = history.of('PurchaseReturned').filter(({ returnedAt }) => history.isWithin(returnedAt, 180));
  const currency = newest(history.of('PurchaseRecorded'), ({ purchasedAt }) => purchasedAt)?.total.currency;
  const amountOf = (documents: readonly { readonly total: { amountMinor: number; currency: string } }[]) =>
    sum(documents.filter(({ total }) => total.currency === currency).map(({ total }) => total.amountMinor));
  return {
    spend180Minor: amountOf(orders180) - amountOf(returns180),
    returns180: returns180.length,
    ...(orders180.length > 0 && { returnsPercent180: hundredths((100 * returns180.length) / orders180.length) }),
  };
}

function loginFacts(history: History): Facts {
  const logins = history.of('CustomerLoggedIn');
  const within = (days: number) => logins.filter(({ loggedInAt }) => history.isWithin(loggedInAt, days));
  const minutes = (days: number) => Math.floor(sum(within(days).map(({ dwellSeconds = 0 }) => dwellSeconds)) / 60);
  const uses = (days: number) =>
    sum(history.of('FeatureUsed').flatMap((one) => (history.isWithin(one.usedAt, days) ? [one.uses] : [])));
  const usual = within(180).length / 6;
  const last = newest(logins, ({ loggedInAt }) => loggedInAt);
  return {
    logins7: within(7).length,
    logins30: within(30).length,
    logins180: within(180).length,
    daysSinceLastLogin: last && history.today - dayIn(last.loggedInAt),
    ...(usual > 0 && { loginTrendPercent: hundredths((100 * (within(30).length - usual)) / usual) }),
    featureUses7: uses(7),
    featureUses30: uses(30),
    featureUses180: uses(180),
    dwellMinutes7: minutes(7),
    dwellMinutes30: minutes(30),
    dwellMinutes180: minutes(180),
  };
}

function caseFacts(history: History): Facts {
  const followUps = history.of('ComplaintFollowedUp');
  const ratings = [
    ...history.of('ServiceRated').map(({ score, ratedAt }) => ({ score, at: ratedAt })),
    ...followUps.map(({ satisfaction = NaN, followedUpAt }) => ({ score: satisfaction, at: followedUpAt })),
  ];
  const scores180 = ratings.filter(({ at }) => history.isWithin(at, 180)).map(({ score }) => score);
  const complaints = history.of('ComplaintOpened').filter(({ caseType }) => caseType === 'complaint');
  const complaintsIn = (days: number) => complaints.filter(({ openedAt }) => history.isWithin(openedAt, days)).length;
  const idsOf = (cases: readonly { readonly complaintId: string }[]) => cases.map(({ complaintId }) => complaintId);
  const resolved = idsOf(history.of('ComplaintResolved'));
  const reopened = idsOf(history.of('ComplaintReopened'));
  const unanswered = (days: number) =>
    history.of('ContactUnanswered').filter(({ attemptedAt }) => history.isWithin(attemptedAt, days)).length;
  return {
    complaints30: complaintsIn(30),
    complaints180: complaintsIn(180),
    openComplaints: idsOf(complaints).filter((id) => !resolved.includes(id) || reopened.includes(id)).length,
    lowRatings180: scores180.filter((score) => score <= 2).length,
    lastRating: newest(ratings, ({ at }) => at)?.score,
    ...(scores180.length > 0 && { meanRating180: hundredths(sum(scores180) / scores180.length) }),
    unansweredContacts30: unanswered(30),
    unansweredContacts180: unanswered(180),
  };
}

function contractFacts(history: History): Facts {
  const inForce = history
    .of('ContractAgreed')
    .map(({ contractId, startsOn, renewsOn }) => ({
      startsOn,
      renewsOn: history.of('ContractRenewed').find((one) => one.contractId === contractId)?.renewsOn ?? renewsOn,
      endedOn: history.of('ContractEnded').find((one) => one.contractId === contractId)?.endedOn,
    }))
    .filter(
      ({ startsOn, endedOn = '2199-01-01' }) => dayIn(startsOn) <= history.today && history.today < dayIn(endedOn),
    );
  const renewals = inForce.filter(({ endedOn }) => endedOn === undefined).map(({ renewsOn }) => dayIn(renewsOn));
  return {
    contracts: inForce.length,
    contractual: inForce.length > 0,
    ...(renewals.length > 0 && { daysToRenewal: Math.min(...renewals) - history.today }),
  };
}

function stageFacts(history: History): Facts {
  const renewalIntention = newest(history.of('RenewalIntentionStated'), ({ statedAt }) => statedAt)?.intention;
  const entered = newest(history.of('StageEntered'), ({ enteredAt }) => enteredAt);
  if (entered === undefined) return { renewalIntention };
  const { stage, enteredAt } = entered;
  const since = ordersIn(history).filter(({ purchasedAt }) => Date.parse(purchasedAt) > Date.parse(enteredAt));
  const daysInStage = history.today - dayIn(enteredAt);
  return { renewalIntention, stage, daysInStage, ordersInStage: since.length };
}
