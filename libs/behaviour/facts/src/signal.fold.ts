import type { SignalEvent } from '@tenure/behaviour-contract';
import type { Counting } from './counting';
import { laterOf, type BehaviourDraft } from './customer.behaviour';
import { dayOf, dayOfMs } from './epoch.day';

export function foldSignal<Draft extends BehaviourDraft>(
  draft: Draft,
  event: SignalEvent,
  count: Counting<Draft>,
): void {
  switch (event.type) {
    case 'CustomerLoggedIn': {
      const { loggedInAt, dwellSeconds } = event.data;
      const day = dayOf(loggedInAt);
      count(draft, 'logins', day, 1);
      draft.lastLoginOn = laterOf(draft.lastLoginOn, day);
      if (dwellSeconds !== undefined) count(draft, 'dwellSeconds', day, dwellSeconds);
      return;
    }
    case 'FeatureUsed':
      count(draft, 'featureUses', dayOf(event.data.usedAt), event.data.uses);
      return;
    case 'AnomalySeen':
      count(draft, 'anomalies', dayOf(event.data.seenAt), 1);
      return;
    case 'RenewalIntentionStated': {
      const { intention, statedAt } = event.data;
      const atMs = Date.parse(statedAt);
      if (isNewer(draft.intention, atMs)) draft.intention = { is: intention, atMs };
      return;
    }
    case 'CompetitorContactSeen':
      count(draft, 'competitorContacts', dayOf(event.data.seenAt), 1);
      return;
    case 'ServiceRated':
      return foldRating(draft, event.data.score, Date.parse(event.data.ratedAt), count);
    case 'ContactUnanswered':
      count(draft, 'unansweredContacts', dayOf(event.data.attemptedAt), 1);
      return;
  }
}

/** The greatest score that is counted as low. */
const LOW_RATING = 2;

export function foldRating<Draft extends BehaviourDraft>(
  draft: Draft,
  score: number,
  atMs: number,
  count: Counting<Draft>,
): void {
  const day = dayOfMs(atMs);
  count(draft, 'ratings', day, 1);
  count(draft, 'ratingPoints', day, score);
  if (score <= LOW_RATING) count(draft, 'lowRatings', day, 1);
  if (isNewer(draft.lastRating, atMs)) draft.lastRating = { score, atMs };
}

/** Of two things at the same moment, the one that came last. */
const isNewer = (known: { readonly atMs: number } | undefined, atMs: number): boolean =>
  known === undefined || atMs >= known.atMs;
