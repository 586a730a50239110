import type { Aggregate } from '@tenure/event-store';
import { voiceCodec, type RecordVoice, type VoiceEvent, type VoiceRejection } from '@tenure/feedback-contract';
import { voice, type Voice } from '@tenure/feedback-core';
import type { Plain } from '@tenure/shared-contract';

export const voiceAggregate: Aggregate<Voice, Plain<RecordVoice>, VoiceEvent, VoiceRejection> = {
  category: 'voice',
  decider: voice,
  codec: voiceCodec,
  idOf: ({ voiceId }) => voiceId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['RecordVoice'],
};
