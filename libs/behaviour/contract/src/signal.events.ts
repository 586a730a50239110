import { defineCodec } from '@tenure/kernel';
import type { ContactChannel, RenewalIntention } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type SignalEvent =
  | { readonly type: 'CustomerLoggedIn'; readonly data: CustomerLoggedIn }
  | { readonly type: 'FeatureUsed'; readonly data: FeatureUsed }
  | { readonly type: 'AnomalySeen'; readonly data: AnomalySeen }
  | { readonly type: 'RenewalIntentionStated'; readonly data: RenewalIntentionStated }
  | { readonly type: 'CompetitorContactSeen'; readonly data: CompetitorContactSeen }
  | { readonly type: 'ServiceRated'; readonly data: ServiceRated }
  | { readonly type: 'ContactUnanswered'; readonly data: ContactUnanswered };

interface OfSignal {
  /** From the sender: each signal is a stream of its own. */
  readonly signalId: string;
  readonly customerId: string;
}

export interface CustomerLoggedIn extends OfSignal {
  readonly sessionId?: string;
  /** How long the session lasted, where that is known. */
  readonly dwellSeconds?: number;
  readonly loggedInAt: string;
}

export interface FeatureUsed extends OfSignal {
  readonly feature: string;
  /** How many times, at least once. */
  readonly uses: number;
  readonly usedAt: string;
}

/** Something out of the ordinary in how the customer uses what was bought. */
export interface AnomalySeen extends OfSignal {
  /** As its source names it, such as `failed-payments`. */
  readonly kind: string;
  readonly detail?: string;
  readonly seenAt: string;
}

export interface RenewalIntentionStated extends OfSignal {
  readonly intention: RenewalIntention;
  /** Who says so: someone of the customer's, or who spoke with them. */
  readonly by: string;
  readonly statedAt: string;
}

export interface CompetitorContactSeen extends OfSignal {
  readonly competitor?: string;
  readonly detail?: string;
  readonly seenAt: string;
}

export interface ServiceRated extends OfSignal {
  /** 1–5, from the customer. */
  readonly score: number;
  /** What was rated: a service, a visit, a product. */
  readonly of: string;
  readonly ratedAt: string;
}

/** An attempt to reach the customer that nobody answered. */
export interface ContactUnanswered extends OfSignal {
  readonly channel: ContactChannel;
  readonly attemptedAt: string;
}

const ofSignal = { signalId: 'string', customerId: 'string' } as const;

export const signalCodec = defineCodec<SignalEvent>({
  CustomerLoggedIn: {
    version: 1,
    fields: { ...ofSignal, sessionId: 'string?', dwellSeconds: 'number?', loggedInAt: 'string' },
  },
  FeatureUsed: { version: 1, fields: { ...ofSignal, feature: 'string', uses: 'number', usedAt: 'string' } },
  AnomalySeen: {
    version: 1,
    fields: { ...ofSignal, kind: 'string', detail: 'string?', seenAt: 'string' },
    personal: ['detail'],
  },
  RenewalIntentionStated: {
    version: 1,
    fields: { ...ofSignal, intention: 'string', by: 'string', statedAt: 'string' },
  },
  CompetitorContactSeen: {
    version: 1,
    fields: { ...ofSignal, competitor: 'string?', detail: 'string?', seenAt: 'string' },
    personal: ['detail'],
  },
  ServiceRated: { version: 1, fields: { ...ofSignal, score: 'number', of: 'string', ratedAt: 'string' } },
  ContactUnanswered: { version: 1, fields: { ...ofSignal, channel: 'string', attemptedAt: 'string' } },
});
