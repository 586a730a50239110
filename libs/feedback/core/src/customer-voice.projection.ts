import type { VoiceEvent, VoiceKind } from '@tenure/feedback-contract';
import type { Projection } from '@tenure/kernel';

/** What somebody said where nobody asked by a survey. Times are ISO 8601. */
export interface CustomerVoiceRow {
  readonly voiceId: string;
  readonly kind: VoiceKind;
  readonly customerId: string | null;
  readonly text: string;
  readonly product: string | null;
  readonly labels: readonly string[];
  readonly rating: number | null;
  readonly address: string | null;
  readonly caseId: string | null;
  readonly recordedBy: string;
  readonly heardAt: string;
  readonly position: bigint;
}

/** What do customers say, and where? */
export const customerVoice: Projection<CustomerVoiceRow, VoiceEvent> = {
  name: 'customer-voice',
  version: 1,
  handles: ['VoiceHeard'],
  keysOf: ({ data: { voiceId } }) => [voiceId],
  fold: (_row, { data, position }) => {
    const { voiceId, kind, customerId = null, text, product = null, labels = [], rating = null } = data;
    const { address = null, caseId = null, by: recordedBy, heardAt } = data;
    return { voiceId, kind, customerId, text, product, labels, rating, address, caseId, recordedBy, heardAt, position };
  },
};
