import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { InteractionEvent } from '@tenure/interaction-contract';
import { interaction } from './interaction.decider';

const { given } = specify(interaction);
const at = '2012-05-02T09:00:00Z';
const later = '2012-05-04T09:00:00Z';
const ids = { interactionId: 'i-1', customerId: 'k-1' };
const told = { ...ids, channel: 'phone', subject: 'Slow answers', issueType: 'response-speed' } as const;

const record = { type: 'RecordInteraction', ...told, resolved: false, occurredAt: at } as const;
const recorded: InteractionEvent = { type: 'InteractionRecorded', data: { ...told, resolved: false, recordedAt: at } };
const settle = {
  type: 'SettleInteraction',
  interactionId: 'i-1',
  by: 'anna',
  solution: 'A second line was opened',
  occurredAt: later,
} as const;
const settled: InteractionEvent = {
  type: 'InteractionSettled',
  data: { ...ids, by: 'anna', solution: 'A second line was opened', settledAt: later },
};

describe('interaction', () => {
  it('is recorded with what it was about', () => given().when(record).then(recorded));
  it('refuses another one under the same id', () =>
    given(recorded)
      .when({ ...record, channel: 'email' })
      .thenRejected('interaction-already-recorded-differently'));
  it('stays open until it is settled', () => {
    expect(given(recorded).state()).toMatchObject({ status: 'open' });
    given(recorded).when(settle).then(settled);
    expect(given(recorded, settled).state()).toMatchObject({ status: 'resolved' });
  });
  it('is settled once', () => {
    given(recorded, settled)
      .when({ ...settle, solution: 'Something else' })
      .thenRejected('interaction-already-resolved');
    given({ type: 'InteractionRecorded', data: { ...recorded.data, ...told, resolved: true, recordedAt: at } })
      .when(settle)
      .thenRejected('interaction-already-resolved');
  });
  it('is settled after it was recorded', () => {
    given().when(settle).thenRejected('interaction-not-found');
    given(recorded)
      .when({ ...settle, occurredAt: '2012-05-01T09:00:00Z' })
      .thenRejected('interaction-settled-before-recording');
  });

  it('yields no events for a repeated command', () => {
    const text = fc.constantFrom('one', 'two');
    const on = { interactionId: fc.constant('i-1'), occurredAt: fc.constantFrom(at, later) };
    proveRepeatedCommandsYieldNoEvents(interaction, {
      RecordInteraction: fc.record({
        ...on,
        type: fc.constant('RecordInteraction'),
        customerId: fc.constant('k-1'),
        channel: fc.constant('visit'),
        subject: text,
        solution: fc.option(text, { nil: undefined }),
        resolved: fc.boolean(),
      }),
      SettleInteraction: fc.record({ ...on, type: fc.constant('SettleInteraction'), by: text, solution: text }),
    });
  });
});
