import { defineCodec } from '@tenure/kernel';
import type { ContactChannel } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type InteractionEvent =
  | { readonly type: 'InteractionRecorded'; readonly data: InteractionRecorded }
  | { readonly type: 'InteractionSettled'; readonly data: InteractionSettled };

interface OfInteraction {
  readonly interactionId: string;
  readonly customerId: string;
}

export interface InteractionRecorded extends OfInteraction {
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly issueType?: string;
  readonly solution?: string;
  /** False leaves it open until it is settled. */
  readonly resolved: boolean;
  readonly handledBy?: string;
  /** A case in another system. */
  readonly caseId?: string;
  readonly recordedAt: string;
}

export interface InteractionSettled extends OfInteraction {
  readonly solution: string;
  readonly by: string;
  readonly settledAt: string;
}

const ofInteraction = { interactionId: 'string', customerId: 'string' } as const;

export const interactionCodec = defineCodec<InteractionEvent>({
  InteractionRecorded: {
    version: 1,
    fields: {
      ...ofInteraction,
      channel: 'string',
      subject: 'string',
      issueType: 'string?',
      solution: 'string?',
      resolved: 'boolean',
      handledBy: 'string?',
      caseId: 'string?',
      recordedAt: 'string',
    },
    personal: ['solution'],
  },
  InteractionSettled: {
    version: 1,
    fields: { ...ofInteraction, solution: 'string', by: 'string', settledAt: 'string' },
    personal: ['solution'],
  },
});
