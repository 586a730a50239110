import type { SignalEvent } from '@tenure/behaviour-contract';
import { laterOf, type BehaviourDraft } from './customer.behaviour';
import { dayOf, dayOfMs } from './epoch.day';
import { added } from './series';

export function foldSignal(draft: BehaviourDraft, event: SignalEvent): void {
  switch (event.type) {
    case 'CustomerLoggedIn': {
      const { loggedInAt, dwellSeconds } = event.data;
      const day = dayOf(loggedInAt);
      draft.logins = added(draft.logins, day, 1);
      draft.lastLoginOn = laterOf(draft.lastLoginOn, day);
      if (dwellSeconds !== undefined) draft.dwellSeconds = added(draft.dwellSeconds, day, dwellSeconds);
      return;
    }
    case 'FeatureUsed':
      draft.featureUses = added(draft.featureUses, dayOf(event.data.usedAt), event.data.uses);
      return;
    case 'AnomalySeen':
      draft.anomalies = added(draft.anomalies, dayOf(event.data.seenAt), 1);
      return;
    case 'RenewalIntentionStated': {
      const { intention, statedAt } = event.data;
      const atMs = Date.parse(statedAt);
      if (isNewer(draft.intention, atMs)) draft.intention = { is: intention, atMs };
      return;
    }
    case 'CompetitorContactSeen':
      draft.competitorContacts = added(draft.competitorContacts, dayOf(event.data.seenAt), 1);
      return;
    case 'ServiceRated':
      return foldRating(draft, event.data.score, Date.parse(event.data.ratedAt));
    case 'ContactUnanswered':
      draft.unansweredContacts = added(draft.unansweredContacts, dayOf(event.data.attemptedAt), 1);
      return;
  }
}

/** The greatest score that is counted as low. */
const LOW_RATING = 2;

export function foldRating(draft: BehaviourDraft, score: number, atMs: number): void {
  const day = dayOfMs(atMs);
  draft.ratings = added(draft.ratings, day, 1);
  draft.ratingPoints = added(draft.ratingPoints, day, score);
  if (score <= LOW_RATING) draft.lowRatings = added(draft.lowRatings, day, 1);
  if (isNewer(draft.lastRating, atMs)) draft.lastRating = { score, atMs };
}

/** Of two things at the same moment, the one that came last. */
const isNewer = (known: { readonly atMs: number } | undefined, atMs: number): boolean =>
  known === undefined || atMs >= known.atMs;
