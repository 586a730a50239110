import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import { RISK_BANDS } from '@tenure/shared-contract';
import { churn } from './churn.decider';

const model = { policyId: 'churn-model', version: 1, method: 'scorecard' } as const;
const explanation = { unit: 'points', base: 30, contributions: [], total: 30 } as const;
const day = (number: number) => `2024-05-0${number}T03:00:00Z`;
const about = { customerId: 'k-1', score: 30, model, explanation };
const enter = (band: (typeof RISK_BANDS)[number], occurredAt: string) =>
  ({ type: 'EnterRiskBand', ...about, band, occurredAt }) as const;
const entered = (band: (typeof RISK_BANDS)[number], scoredAt: string, from?: (typeof RISK_BANDS)[number]) =>
  ({ type: 'RiskBandEntered', data: { ...about, band, scoredAt, ...(from && { from }) } }) as const;

const { given } = specify(churn);

describe('the risk of a customer', () => {
  it('is recorded the first time, and when the band is another', () => {
    given()
      .when(enter('low', day(1)))
      .then(entered('low', day(1)));
    given(entered('low', day(1)))
      .when(enter('high', day(2)))
      .then(entered('high', day(2), 'low'));
  });

  it('is not recorded where the band is the same, or the score older than what is known', () => {
    given(entered('low', day(1)))
      .when(enter('low', day(2)))
      .then();
    given(entered('low', day(2)))
      .when(enter('high', day(1)))
      .then();
  });

  const commands = {
    EnterRiskBand: fc.record({
      type: fc.constant('EnterRiskBand' as const),
      customerId: fc.constant('k-1'),
      band: fc.constantFrom(...RISK_BANDS),
      score: fc.integer({ min: 0, max: 100 }),
      model: fc.constant(model),
      explanation: fc.constant(explanation),
      occurredAt: fc.integer({ min: 1, max: 9 }).map(day),
    }),
  };

  it('yields no events for a repeated command', () => proveRepeatedCommandsYieldNoEvents(churn, commands));
});
