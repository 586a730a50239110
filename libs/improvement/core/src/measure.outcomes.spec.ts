import type { MeasureEvent } from '@tenure/improvement-contract';
import { specify } from '@tenure/kernel/testing';
import { measure } from './measure.decider';
import {
  committed,
  DIGEST,
  improvementPolicy,
  planned,
  result,
  started,
  verified,
} from './testing/improvement.fixture';

const { given } = specify(
  measure({ policy: improvementPolicy, problem: { status: 'absent' }, digestOf: () => DIGEST }),
);
const of = { measureId: 'm-1', occurredAt: '2026-03-20T09:00:00+08:00' } as const;
const ids = { measureId: 'm-1', problemId: 'p-1' };

describe('what a measure was worth', () => {
  it('is verified once, when its observation is over, if it ever started', () => {
    const verify = { type: 'RecordVerification', ...of, result: result('effective') } as const;
    const over = { ...verify, occurredAt: '2026-05-01T00:00:00+08:00' } as const;
    given(planned, committed, started).when(verify).thenRejected('measure-observation-not-over');
    given(planned, committed).when(over).thenRejected('measure-not-started');
    given(planned, committed, started).when(over).then(verified('effective'));
    given(planned, committed, started, verified('not-effective')).when(over).then();
  });
  it('can regress, or become a standard, only where it was effective', () => {
    const occurredAt = '2026-06-01T00:00:00+08:00';
    const regress = {
      type: 'RecordRegression',
      measureId: 'm-1',
      result: result('not-effective'),
      period: 1,
      occurredAt,
    } as const;
    const standard = {
      type: 'NoteMeasureStandard',
      measureId: 'm-1',
      policyId: 's',
      version: 2,
      by: 'wang',
      occurredAt,
    } as const;
    const not = [planned, committed, started, verified('not-effective')];
    given(...not)
      .when(regress)
      .thenRejected('measure-not-effective');
    given(...not)
      .when(standard)
      .thenRejected('measure-not-effective');
    const was = [planned, committed, started, verified('effective')];
    const regressed: MeasureEvent = {
      type: 'MeasureRegressed',
      data: { ...ids, result: result('not-effective'), period: 1, regressedAt: occurredAt },
    };
    given(...was)
      .when(regress)
      .then(regressed);
    given(...was, regressed)
      .when(standard)
      .thenRejected('measure-not-effective');
  });
});
