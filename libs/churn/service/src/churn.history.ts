import { Inject, Injectable } from '@nestjs/common';
import { BEHAVIOUR_EVENT_TYPES, isBehaviourEvent, type BehaviourEvent } from '@tenure/behaviour-facts';
import { EventHistory } from '@tenure/event-store';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import type { ChurnModelContent, PolicyEvent } from '@tenure/policy-contract';
import { CHURN_POLICY_ID } from './churn.policies';

/** Of the whole log; a history of tens of millions of events takes minutes. */
const LONGEST_MS = 1_800_000;
const OF_DRAFTS: ReadonlySet<string> = new Set(['PolicyDrafted', 'PolicyPublished', 'PolicyDraftDiscarded']);

/** A version of the model, published or not. */
export interface DraftedModel {
  readonly version: number;
  readonly content: ChurnModelContent;
}

/** All that customers ever did. */
@Injectable()
export class ChurnHistory {
  constructor(@Inject(EventHistory) private readonly history: EventHistory) {}

  async pass(take: (event: Recorded<BehaviourEvent>) => void): Promise<void> {
    for await (const events of this.history.read(BEHAVIOUR_EVENT_TYPES, AbortSignal.timeout(LONGEST_MS))) {
      for (const event of events) if (isBehaviourEvent(event)) take(event);
    }
  }

  /** The version of the model that is set down and not published, if there is one. */
  async draft(): Promise<DraftedModel | undefined> {
    let draft: DraftedModel | undefined;
    for await (const events of this.history.read([...OF_DRAFTS], AbortSignal.timeout(LONGEST_MS))) {
      for (const event of events) if (isOfDraft(event)) draft = draftAfter(draft, event);
    }
    return draft;
  }
}

type OfDraft = Extract<PolicyEvent, { type: 'PolicyDrafted' | 'PolicyPublished' | 'PolicyDraftDiscarded' }>;

/** The feed has decoded the event by its type. */
const isOfDraft = (event: Recorded<DomainEvent>): event is Recorded<OfDraft> => OF_DRAFTS.has(event.type);

function draftAfter(draft: DraftedModel | undefined, { type, data }: OfDraft): DraftedModel | undefined {
  if (data.policyId !== CHURN_POLICY_ID) return draft;
  switch (type) {
    case 'PolicyDrafted':
      return isModel(data) ? data : draft;
    case 'PolicyPublished':
    case 'PolicyDraftDiscarded':
      return undefined;
  }
}

type Drafted = Extract<PolicyEvent, { type: 'PolicyDrafted' }>['data'];

const isModel = (drafted: Drafted): drafted is Extract<Drafted, { kind: 'churn-model' }> =>
  drafted.kind === 'churn-model';
