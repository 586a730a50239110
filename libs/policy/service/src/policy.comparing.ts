import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject, Injectable } from '@nestjs/common';
import { CommandCatalogue } from '@tenure/commands';
import { readHistory } from '@tenure/event-store';
import { Clock, CommandWriter, type Incoming } from '@tenure/http';
import {
  ComparePolicy,
  policyCodec,
  PolicyComparators,
  type PolicyCompared,
  type PolicyComparison,
} from '@tenure/policy-contract';
import { ComparisonAnswer } from './comparison.view';
import { policyAggregate } from './policy.aggregate';
import { PolicyStreams } from './policy.streams';
import { policyRejectionStatuses } from './policy.statuses';

const catalogue = new CommandCatalogue([{ command: ComparePolicy, cloudEventType: 'tenure.policy.compared' }]);

/** Finds out what a draft would change today, and records that somebody looked. */
@Injectable()
export class PolicyComparing {
  constructor(
    @Inject(PolicyStreams) private readonly streams: PolicyStreams,
    @Inject(PolicyComparators) private readonly comparators: PolicyComparators,
    @Inject(CommandWriter) private readonly commands: CommandWriter,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
  ) {}

  /** Throws ProblemError on a refusal, and what the catalogue and the event store throw. */
  async compare(policyId: string, incoming: Incoming): Promise<ComparisonAnswer> {
    const { draftFingerprint, result } =
      (await this.#recorded(policyId, incoming.context.commandId)) ?? (await this.#compared(policyId));
    const parse = (payload: object) => catalogue.parse('ComparePolicy', { draftFingerprint, ...payload, result });
    const answer = await this.commands.writeParsed({ name: 'ComparePolicy', parse }, incoming, policyRejectionStatuses);
    return Object.assign(new ComparisonAnswer(), answer, { draftFingerprint, comparison: result });
  }

  /** What a request that comes once more was answered the first time: today may be another day. */
  async #recorded(policyId: string, commandId: string): Promise<Compared | undefined> {
    const stored = await readHistory(this.eventStore, [`${policyAggregate.category}-${policyId}`]);
    const found = stored.find(({ type, metadata }) => type === 'PolicyCompared' && metadata.commandId === commandId);
    if (!found) return undefined;
    const decoded = policyCodec.decode(found.type, found.metadata.schemaVersion, found.data);
    return decoded.known && decoded.event.type === 'PolicyCompared' ? decoded.event.data : undefined;
  }

  async #compared(policyId: string): Promise<Compared> {
    const { draft, versions } = await this.streams.load(policyId);
    // Without a draft there is nothing to compare: the command is then refused for just that.
    if (!draft) return { draftFingerprint: '', result: NOTHING };
    const { draftFingerprint, kind } = draft;
    const comparator = this.comparators.of(kind);
    if (!comparator) return { draftFingerprint, result: { ...NOTHING, notes: [`${kind}: ${ASKED_LATER}`] } };
    return { draftFingerprint, result: await comparator.compare(draft, versions, this.clock.now()) };
  }
}

type Compared = Pick<PolicyCompared, 'draftFingerprint' | 'result'>;

const ASKED_LATER =
  'policies of this kind are asked about what happens once they are in force; nothing that is there today is compared.';

const NOTHING: PolicyComparison = { of: 'nothing', looked: 0, changed: 0, changes: [], examples: [] };
