import type { FactName } from '@tenure/behaviour-contract';
import type { BehaviourEvent } from './behaviour.events';

const ORDERS: readonly FactName[] = [
  'orders',
  'orders7',
  'orders30',
  'orders180',
  'orderDays',
  'spend180Minor',
  'returnsPercent180',
  'daysSinceFirstOrder',
  'daysSinceLastOrder',
  'meanDaysBetweenOrders',
  'overdueRatio',
  'ordersInStage',
];
const CONTRACTS: readonly FactName[] = ['contractual', 'contracts', 'daysToRenewal'];
const RATINGS: readonly FactName[] = ['lowRatings180', 'lastRating', 'meanRating180'];
const PROFILE: readonly FactName[] = ['customerKind', 'country'];

const TOUCHED: Readonly<Record<BehaviourEvent['type'], readonly FactName[]>> = {
  CustomerLoggedIn: [
    'logins7',
    'logins30',
    'logins180',
    'loginTrendPercent',
    'daysSinceLastLogin',
    'dwellMinutes7',
    'dwellMinutes30',
    'dwellMinutes180',
  ],
  FeatureUsed: ['featureUses7', 'featureUses30', 'featureUses180'],
  AnomalySeen: ['anomalies30', 'anomalies180'],
  RenewalIntentionStated: ['renewalIntention'],
  CompetitorContactSeen: ['competitorContacts180'],
  ServiceRated: RATINGS,
  ContactUnanswered: ['unansweredContacts30', 'unansweredContacts180'],
  ContractAgreed: CONTRACTS,
  ContractRenewed: CONTRACTS,
  ContractEnded: CONTRACTS,
  PurchaseRecorded: ORDERS,
  PurchaseReturned: ['returns180', 'returnsPercent180', 'spend180Minor'],
  PurchaseCancelled: ORDERS,
  TierAssigned: ['tier'],
  TierChanged: ['tier'],
  TierOverridden: ['tier'],
  TierOverrideEnded: ['tier'],
  ComplaintOpened: ['complaints30', 'complaints180', 'openComplaints'],
  ComplaintResolved: ['openComplaints'],
  ComplaintReopened: ['openComplaints'],
  ComplaintLinkedAsDuplicate: ['openComplaints'],
  ComplaintFollowedUp: RATINGS,
  CustomerRegistered: ['daysSinceRegistered', ...PROFILE],
  CustomerProfileChanged: PROFILE,
  InteractionRecorded: ['daysSinceLastContact'],
  StageEntered: ['stage', 'daysInStage', 'ordersInStage'],
  RiskBandEntered: ['riskBand', 'riskScore'],
  SurveyAnswered: RATINGS,
};

/** Facts that an event of a type may change; all others are as they were, on that day and on every later one. */
export const touchedFacts = (type: BehaviourEvent['type']): readonly FactName[] => TOUCHED[type];
