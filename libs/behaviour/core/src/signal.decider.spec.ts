import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import { signal } from './signal.decider';

const { given } = specify(signal);
const occurredAt = '2024-05-01T09:00:00Z';
const ids = { signalId: 's-1', customerId: 'k-1' };
const on = { ...ids, occurredAt };

describe('a signal', () => {
  it.each([
    [
      { type: 'RecordLogin', ...on, sessionId: 'x', dwellSeconds: 60 },
      { type: 'CustomerLoggedIn', data: { ...ids, sessionId: 'x', dwellSeconds: 60, loggedInAt: occurredAt } },
    ],
    [
      { type: 'RecordFeatureUse', ...on, feature: 'export', uses: 3 },
      { type: 'FeatureUsed', data: { ...ids, feature: 'export', uses: 3, usedAt: occurredAt } },
    ],
    [
      { type: 'RecordAnomaly', ...on, kind: 'failed-payments', detail: 'three in a row' },
      { type: 'AnomalySeen', data: { ...ids, kind: 'failed-payments', detail: 'three in a row', seenAt: occurredAt } },
    ],
    [
      { type: 'RecordRenewalIntention', ...on, intention: 'unsure', by: 'anna' },
      { type: 'RenewalIntentionStated', data: { ...ids, intention: 'unsure', by: 'anna', statedAt: occurredAt } },
    ],
    [
      { type: 'RecordCompetitorContact', ...on, competitor: 'Acme' },
      { type: 'CompetitorContactSeen', data: { ...ids, competitor: 'Acme', seenAt: occurredAt } },
    ],
    [
      { type: 'RecordServiceRating', ...on, score: 4, of: 'visit' },
      { type: 'ServiceRated', data: { ...ids, score: 4, of: 'visit', ratedAt: occurredAt } },
    ],
    [
      { type: 'RecordUnansweredContact', ...on, channel: 'phone' },
      { type: 'ContactUnanswered', data: { ...ids, channel: 'phone', attemptedAt: occurredAt } },
    ],
  ] as const)('is recorded: %o', (command, event) => given().when(command).then(event));
  it('is refused under an id that stands for another one', () => {
    const login = { type: 'CustomerLoggedIn', data: { ...ids, loggedInAt: occurredAt } } as const;
    given(login)
      .when({ type: 'RecordLogin', ...on, customerId: 'k-2' })
      .thenRejected('signal-already-recorded-differently');
    given(login)
      .when({ type: 'RecordFeatureUse', ...on, feature: 'export', uses: 1 })
      .thenRejected('signal-already-recorded-differently');
  });

  it('yields no events for a repeated command', () => {
    const any = { signalId: fc.constant('s-1'), customerId: fc.constant('k-1'), occurredAt: fc.constant(occurredAt) };
    const text = fc.option(fc.constantFrom('one', 'two'), { nil: undefined });
    const one = fc.constantFrom('one', 'two');
    proveRepeatedCommandsYieldNoEvents(signal, {
      RecordLogin: fc.record({ ...any, type: fc.constant('RecordLogin'), sessionId: text, dwellSeconds: fc.nat(3) }),
      RecordFeatureUse: fc.record({ ...any, type: fc.constant('RecordFeatureUse'), feature: one, uses: fc.nat(3) }),
      RecordAnomaly: fc.record({ ...any, type: fc.constant('RecordAnomaly'), kind: one, detail: text }),
      RecordRenewalIntention: fc.record({
        ...any,
        type: fc.constant('RecordRenewalIntention'),
        intention: fc.constantFrom('likely', 'unlikely'),
        by: one,
      }),
      RecordCompetitorContact: fc.record({ ...any, type: fc.constant('RecordCompetitorContact'), competitor: text }),
      RecordServiceRating: fc.record({ ...any, type: fc.constant('RecordServiceRating'), score: fc.nat(5), of: one }),
      RecordUnansweredContact: fc.record({
        ...any,
        type: fc.constant('RecordUnansweredContact'),
        channel: fc.constantFrom('phone', 'email'),
      }),
    });
  });
});
