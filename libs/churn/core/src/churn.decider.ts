import type { ChurnCommand, ChurnEvent, RiskBandEntered } from '@tenure/churn-contract';
import { accept, type Decider } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';

/** What is remembered of a customer's risk; nothing before the first score. */
export type CustomerRisk = Partial<Pick<RiskBandEntered, 'band' | 'scoredAt'>>;

/** The band of risk that a customer is in: only that it is another one is worth an event. */
export const churn: Decider<CustomerRisk, Plain<ChurnCommand>, ChurnEvent, never> = {
  initial: {},
  evolve: (_state, { data: { band, scoredAt } }) => ({ band, scoredAt }),
  decide: ({ customerId, band, score, model, explanation, occurredAt }, state) => {
    if (state.band === band || isBefore(occurredAt, state.scoredAt)) return accept();
    const from = state.band;
    const data = { customerId, band, score, model, explanation, scoredAt: occurredAt };
    return accept({ type: 'RiskBandEntered', data: { ...data, ...(from !== undefined && { from }) } });
  },
};

/** A score that is older than the newest change says nothing of today. */
const isBefore = (occurredAt: string, scoredAt: string | undefined): boolean =>
  scoredAt !== undefined && Date.parse(occurredAt) < Date.parse(scoredAt);
