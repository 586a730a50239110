import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import { voice } from './voice.decider';

const { given } = specify(voice);
const said = { voiceId: 'v-1', kind: 'forum', text: '发货太慢', by: 'bo' } as const;
const heardAt = '2026-03-01T09:00:00+08:00';
const record = { type: 'RecordVoice', ...said, occurredAt: heardAt } as const;

describe('the voice of a customer', () => {
  it('is heard, also where nobody knows whose it is', () => {
    given()
      .when(record)
      .then({ type: 'VoiceHeard', data: { ...said, heardAt } });
    const known = { customerId: 'k-1', rating: 2, labels: ['late'], address: 'https://forum.example/1' };
    given()
      .when({ ...record, ...known })
      .then({ type: 'VoiceHeard', data: { ...said, ...known, heardAt } });
  });
  it('stays what it was', () =>
    given({ type: 'VoiceHeard', data: { ...said, heardAt } })
      .when({ ...record, text: '发货很快' })
      .thenRejected('voice-already-recorded-differently'));
  it('yields nothing where it is recorded again', () =>
    proveRepeatedCommandsYieldNoEvents(voice, {
      RecordVoice: fc.record({
        type: fc.constant('RecordVoice'),
        voiceId: fc.constant('v-1'),
        kind: fc.constantFrom('forum', 'interview'),
        text: fc.constantFrom('good', 'bad'),
        rating: fc.constantFrom(undefined, 1, 5),
        by: fc.constant('bo'),
        occurredAt: fc.constant(heardAt),
      }),
    }));
});
