import { Inject, Injectable } from '@nestjs/common';
import { CommandCatalogue } from '@tenure/commands';
import { Clock, CommandWriter, type Incoming } from '@tenure/http';
import { ComparePolicy, PolicyComparators, type PolicyComparison } from '@tenure/policy-contract';
import type { Policy } from '@tenure/policy-core';
import { ComparisonAnswer } from './comparison.view';
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
  ) {}

  /** Throws ProblemError on a refusal, and what the catalogue and the event store throw. */
  async compare(policyId: string, incoming: Incoming): Promise<ComparisonAnswer> {
    const policy = await this.streams.load(policyId);
    // Without a draft there is nothing to compare: the command is then refused for just that.
    const draftFingerprint = policy.draft?.draftFingerprint ?? '';
    const comparison = policy.draft ? await this.#comparisonOf(policy, policy.draft) : NOTHING;
    const parse = (payload: object) =>
      catalogue.parse('ComparePolicy', { draftFingerprint, ...payload, result: comparison });
    const answer = await this.commands.writeParsed({ name: 'ComparePolicy', parse }, incoming, policyRejectionStatuses);
    return Object.assign(new ComparisonAnswer(), answer, { draftFingerprint, comparison });
  }

  #comparisonOf({ versions }: Policy, draft: NonNullable<Policy['draft']>): Promise<PolicyComparison> {
    const comparator = this.comparators.of(draft.kind);
    if (!comparator)
      return Promise.resolve({ ...NOTHING, notes: [`Nothing depends on a ${draft.kind} policy today.`] });
    return comparator.compare(draft, versions, this.clock.now());
  }
}

const NOTHING: PolicyComparison = { of: 'nothing', looked: 0, changed: 0, changes: [], examples: [] };
