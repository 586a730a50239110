import type { SignalEvent } from '@tenure/behaviour-contract';
import { counted, laterOf, type CustomerBehaviour } from './customer.behaviour';
import { dayOf, dayOfMs } from './epoch.day';

export function afterSignal(behaviour: CustomerBehaviour, event: SignalEvent): CustomerBehaviour {
  switch (event.type) {
    case 'CustomerLoggedIn': {
      const { loggedInAt, dwellSeconds } = event.data;
      const day = dayOf(loggedInAt);
      const after = { ...counted(behaviour, 'logins', day), lastLoginOn: laterOf(behaviour.lastLoginOn, day) };
      return dwellSeconds === undefined ? after : counted(after, 'dwellSeconds', day, dwellSeconds);
    }
    case 'FeatureUsed':
      return counted(behaviour, 'featureUses', dayOf(event.data.usedAt), event.data.uses);
    case 'AnomalySeen':
      return counted(behaviour, 'anomalies', dayOf(event.data.seenAt));
    case 'RenewalIntentionStated': {
      const { intention, statedAt } = event.data;
      const atMs = Date.parse(statedAt);
      return isNewer(behaviour.intention, atMs) ? { ...behaviour, intention: { is: intention, atMs } } : behaviour;
    }
    case 'CompetitorContactSeen':
      return counted(behaviour, 'competitorContacts', dayOf(event.data.seenAt));
    case 'ServiceRated':
      return withRating(behaviour, event.data.score, Date.parse(event.data.ratedAt));
    case 'ContactUnanswered':
      return counted(behaviour, 'unansweredContacts', dayOf(event.data.attemptedAt));
  }
}

/** The greatest score that is counted as low. */
const LOW_RATING = 2;

export function withRating(before: CustomerBehaviour, score: number, atMs: number): CustomerBehaviour {
  const day = dayOfMs(atMs);
  const behaviour = counted(counted(before, 'ratings', day), 'ratingPoints', day, score);
  const after = score <= LOW_RATING ? counted(behaviour, 'lowRatings', day) : behaviour;
  return isNewer(before.lastRating, atMs) ? { ...after, lastRating: { score, atMs } } : after;
}

/** Of two things at the same moment, the one that came last. */
const isNewer = (known: { readonly atMs: number } | undefined, atMs: number): boolean =>
  known === undefined || atMs >= known.atMs;
