import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import { caseClockCodec, type CaseClockEvent, type CaseFact } from '@tenure/service-standard-contract';
import * as fc from 'fast-check';
import { caseClocks } from './case-clocks.decider';
import { standardsBook } from './standards.book';
import { fact, observedBy, observing, opened, timePassed } from './testing/case.history';
import { policies, standard } from './testing/example.policies';

const book = standardsBook(policies);
const decider = caseClocks(book);
const { given } = specify(decider);
const MORNING = '2024-03-04T09:00:00+08:00';
const inquiry = opened(MORNING, { caseType: 'inquiry' });
const eventsOf = (...facts: CaseFact[]): CaseClockEvent[] => [...observedBy(book, [facts]).events];

describe('the clocks of a case', () => {
  it('start with a judgement that can be read without the policies', () =>
    given()
      .when(observing(opened(MORNING, { caseType: 'inquiry', tier: 'A', serviceStandard: 'one-clock' })))
      .then({
        type: 'ClockBasisChanged',
        data: {
          caseId: 'c-1',
          customerId: 'k-1',
          clockIds: [],
          basis: {
            caseType: 'inquiry',
            urgency: 'normal',
            complexity: 'routine',
            tier: 'A',
            owner: 'anna',
            serviceStandard: 'one-clock',
            round: 1,
          },
          changedAt: '2024-03-04T01:00:00.000Z',
          cause: { kind: 'opened', position: '1', eventId: 'event-1', recordedAt: MORNING },
        },
      }));

  it('name the versions by which they are judged, and the rule as what it was chosen', () => {
    const [, resolution] = eventsOf(inquiry);
    expect(resolution).toMatchObject({
      type: 'ClockStarted',
      data: {
        clockId: 'resolution',
        owner: 'anna',
        target: {
          standard: { policyId: 'service-standard', version: 1, targetId: 'resolve' },
          tier: 'B',
          urgency: 'normal',
          calendar: { calendarId: 'calendar-working', version: 1, holidaysVersion: 1 },
          timeZone: 'Asia/Shanghai',
          targetSeconds: 28_800,
          pausedWhile: ['waiting-on-customer'],
        },
        dueAt: '2024-03-04T10:00:00.000Z',
        provisional: false,
      },
    });
  });

  it('can be read back from the log', () => {
    const events = eventsOf(opened(MORNING), fact(2, 'resolved', '2024-03-05T09:00:00Z', { by: 'bo' }));
    for (const { type, data } of events) {
      const stored: unknown = JSON.parse(JSON.stringify(data));
      expect(caseClockCodec.decode(type, 1, stored)).toEqual({ known: true, event: { type, data: stored } });
    }
  });

  it('tell whom to remind and whom to escalate to', () => {
    const events = eventsOf(inquiry, timePassed('2024-03-04T13:00:00+08:00'));
    expect(events.flatMap(({ data }) => ('notify' in data ? [[data.notify, data.channels]] : []))).toEqual([
      [['owner'], ['inbox']],
      [['owner'], ['inbox']],
      [['owner'], ['inbox']],
      [['person:lead'], ['email']],
    ]);
  });

  const held = fact(2, 'held', '2024-03-04T10:00:00+08:00', { reason: 'waiting-on-customer' });

  it.each([
    ['case-not-opened', [], fact(2, 'closed', MORNING, {})],
    ['case-fact-before-opening', [inquiry], fact(2, 'closed', '2024-03-04T08:59:59+08:00', {})],
    ['case-pause-ends-before-it-starts', [inquiry, held], fact(3, 'continued', '2024-03-04T09:59:59+08:00', {})],
    ['case-time-not-readable', [inquiry], fact(2, 'closed', 'yesterday', {})],
    ['case-time-not-readable', [inquiry], fact(2, 'due-agreed', MORNING, { dueAt: 'soon' })],
  ] as const)('refuse as %s what cannot be', (code, before, wrong) => {
    given(...eventsOf(...before))
      .when(observing(wrong))
      .thenRejected(code);
    given()
      .when(observing(...before, wrong))
      .thenRejected(code);
  });

  it('refuse facts that are not in the order of the log', () =>
    given(...eventsOf(inquiry))
      .when(observing(fact(4, 'resolved', MORNING, { by: 'bo' }), fact(3, 'responded', MORNING, { by: 'bo' })))
      .thenRejected('case-facts-out-of-order'));

  it('refuse to learn with the passing of a moment what happened before it', () =>
    given(...eventsOf(inquiry))
      .when(observing(timePassed('2024-03-04T10:00:00+08:00'), held))
      .thenRejected('case-facts-out-of-order'));

  it('say of what is refused which event it is', () =>
    expect(decider.decide(observing(fact(7, 'closed', MORNING, {})), { status: 'absent' })).toEqual({
      accepted: false,
      code: 'case-not-opened',
      detail: 'closed (event-7): nothing was told of the opening of the case',
    }));

  it('refuse to judge by policies that are not there', () => {
    const events = eventsOf(inquiry);
    const without = specify(caseClocks(standardsBook([standard])));
    without.given().when(observing(inquiry)).thenRejected('case-policy-not-known');
    const lost = specify(caseClocks(standardsBook(policies.filter(({ policyId }) => policyId !== 'service-standard'))));
    lost
      .given(...events)
      .when(observing(timePassed(MORNING)))
      .thenRejected('case-policy-not-known');
  });

  it('know nothing of time, tiers and policies before the case is opened', () =>
    given()
      .when(observing(fact(1, 'tier-changed', MORNING, { tier: 'A' }), timePassed(MORNING)))
      .then());

  it('have one opening, whoever tells of it again', () =>
    given(...eventsOf(inquiry))
      .when(observing({ ...opened(MORNING, { owner: 'bo' }), position: '9' } as CaseFact))
      .then());

  const at = fc
    .integer({ min: 0, max: 3_000 })
    .map((minutes) => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString());
  const position = fc.integer({ min: 1, max: 500 });
  const anyFact = fc.oneof(
    fc.tuple(position, at).map(([place, time]) => ({ ...opened(time), position: String(place) }) as CaseFact),
    fc.tuple(position, at).map(([place, time]) => fact(place, 'held', time, { reason: 'waiting-on-customer' })),
    fc.tuple(position, at).map(([place, time]) => fact(place, 'continued', time, {})),
    fc.tuple(position, at).map(([place, time]) => fact(place, 'resolved', time, { by: 'bo' })),
    fc.tuple(position, at).map(([place, time]) => fact(place, 'reopened', time, {})),
    at.map(timePassed),
  );
  const commands = {
    ObserveCase: fc.array(anyFact, { minLength: 1, maxLength: 3 }).map((facts) => observing(...facts)),
  };

  it('yield no events for a repeated command, whatever the facts', () =>
    proveRepeatedCommandsYieldNoEvents(decider, commands));
});
