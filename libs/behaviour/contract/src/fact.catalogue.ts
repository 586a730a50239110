/**
 * What can be asked about a customer at a moment: the names that conditions of policies, scores and texts go by. A fact
 * that nothing is known about is absent. Days are calendar days (UTC): `7`, `30` and `180` are windows that end with the
 * day of the moment, `daysSince…` and `daysTo…` are differences between days. So time alone changes facts at midnight UTC.
 * Counts are known, and 0, of everyone.
 */
export const NUMBER_FACTS = [
  'daysSinceRegistered',
  /** Contracts in force. */
  'contracts',
  /** To the first renewal date of a contract in force; negative where that has passed without a renewal. */
  'daysToRenewal',
  /** Purchases that were not cancelled. */
  'orders',
  'orders7',
  'orders30',
  'orders180',
  /** Days on which something was ordered that was not cancelled. */
  'orderDays',
  /** Purchases less returns, in minor units of the currency of the newest purchase. */
  'spend180Minor',
  'returns180',
  /** Of `orders180`; what came back was a part of them, or of earlier ones. */
  'returnsPercent180',
  'daysSinceFirstOrder',
  'daysSinceLastOrder',
  /** Between the first and the last of the days on which something was ordered, where there are two at least. */
  'meanDaysBetweenOrders',
  /** `daysSinceLastOrder` ÷ `meanDaysBetweenOrders`. */
  'overdueRatio',
  'logins7',
  'logins30',
  'logins180',
  'daysSinceLastLogin',
  /** Logins of 30 days against a sixth of those of 180, in percent: −100 none any more, 0 as ever. */
  'loginTrendPercent',
  'featureUses7',
  'featureUses30',
  'featureUses180',
  'dwellMinutes7',
  'dwellMinutes30',
  'dwellMinutes180',
  'anomalies30',
  'anomalies180',
  'complaints30',
  'complaints180',
  'openComplaints',
  /** Of 1 or 2. */
  'lowRatings180',
  'lastRating',
  'meanRating180',
  'competitorContacts180',
  'unansweredContacts30',
  'unansweredContacts180',
  /** Since the last interaction of whatever channel. */
  'daysSinceLastContact',
  'daysInStage',
  /** Orders since the stage was entered. */
  'ordersInStage',
  /** What the newest score said that changed the band: 0–100. */
  'riskScore',
] as const;
export type NumberFact = (typeof NUMBER_FACTS)[number];

export const TEXT_FACTS = ['tier', 'customerKind', 'country', 'renewalIntention', 'stage', 'riskBand'] as const;
export type TextFact = (typeof TEXT_FACTS)[number];

/** `contractual`: there is a contract in force. */
export const YES_NO_FACTS = ['contractual'] as const;
export type YesNoFact = (typeof YES_NO_FACTS)[number];

export type FactName = NumberFact | TextFact | YesNoFact;
export const FACT_NAMES: readonly FactName[] = [...NUMBER_FACTS, ...TEXT_FACTS, ...YES_NO_FACTS];

/** What is known of a customer at a moment. */
export type Facts = Readonly<
  Partial<Record<NumberFact, number>> & Partial<Record<TextFact, string>> & Partial<Record<YesNoFact, boolean>>
>;
