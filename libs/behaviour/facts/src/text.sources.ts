import type { TextFact } from '@tenure/behaviour-contract';
import type { CustomerBehaviour } from './customer.behaviour';

/** None of them changes by time alone. */
export const TEXT_SOURCES: Readonly<Record<TextFact, (behaviour: CustomerBehaviour) => string | undefined>> = {
  tier: ({ tier }) => tier,
  customerKind: ({ kind }) => kind,
  country: ({ country }) => country,
  renewalIntention: ({ intention }) => intention?.is,
  stage: ({ stage }) => stage?.is,
  riskBand: ({ risk }) => risk?.band,
};
