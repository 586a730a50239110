import type { RecordVoice, VoiceEvent, VoiceRejection } from '@tenure/feedback-contract';
import { accept, fingerprintOf, reject, type Decider } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';

export type Voice =
  | { readonly status: 'absent' }
  /** The fingerprint of what was said, to tell a repetition from other words under the same id. */
  | { readonly status: 'heard'; readonly record: string };

/** What a customer said where nobody asked by a survey (R17): never changed, and the same however often it is sent. */
export const voice: Decider<Voice, Plain<RecordVoice>, VoiceEvent, VoiceRejection> = {
  initial: { status: 'absent' },
  evolve: (_state, { data }) => ({ status: 'heard', record: fingerprintOf(data) }),
  decide: ({ type: _, occurredAt: heardAt, ...said }, state) => {
    const data = { ...said, heardAt };
    if (state.status === 'absent') return accept({ type: 'VoiceHeard', data });
    return state.record === fingerprintOf(data) ? accept() : reject('voice-already-recorded-differently');
  },
};
