import { defineCodec } from '@tenure/kernel';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type VoiceEvent = { readonly type: 'VoiceHeard'; readonly data: VoiceHeard };

/** 访谈, 论坛, 社交媒体, 一线反馈, 其他: what customers say where nobody asked by a survey (R17). */
export const VOICE_KINDS = ['interview', 'forum', 'social-media', 'front-line', 'other'] as const;
export type VoiceKind = (typeof VOICE_KINDS)[number];

export interface VoiceHeard {
  readonly voiceId: string;
  readonly kind: VoiceKind;
  /** Absent where nobody knows who it was. */
  readonly customerId?: string;
  readonly text: string;
  readonly product?: string;
  readonly labels?: readonly string[];
  /** 1–5, where the source has one. */
  readonly rating?: number;
  /** Where it can be read. */
  readonly address?: string;
  readonly caseId?: string;
  /** Who wrote it down. */
  readonly by: string;
  readonly heardAt: string;
}

export const voiceCodec = defineCodec<VoiceEvent>({
  VoiceHeard: {
    version: 1,
    fields: {
      voiceId: 'string',
      kind: 'string',
      customerId: 'string?',
      text: 'string',
      product: 'string?',
      labels: 'array?',
      rating: 'number?',
      address: 'string?',
      caseId: 'string?',
      by: 'string',
      heardAt: 'string',
    },
    personal: ['text', 'address'],
  },
});
