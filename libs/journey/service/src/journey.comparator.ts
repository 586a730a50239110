import { Inject, Injectable } from '@nestjs/common';
import { JourneyComparison } from '@tenure/journey-core';
import {
  inForce,
  isOfKind,
  PolicyComparator,
  type PolicyComparison,
  type PolicyDraft,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';
import { JourneySimulating } from './simulation.running';

const DAYS = 180;
const DAY_MS = 86_400_000;

const NOTES = [
  `Both versions are simulated on the ${DAYS} days up to now, as if either had begun then; nothing is sent.`,
  'Who is in a journey goes through it to its end in the version that was entered.',
  'Caps and the one active win-back count other journeys as they were recorded.',
];

/** Whom the draft would have reached that what is in force would not have, and the other way round. */
@Injectable()
export class JourneyComparator extends PolicyComparator {
  readonly kinds: readonly PolicyKind[] = ['journey'];

  constructor(@Inject(JourneySimulating) private readonly simulating: JourneySimulating) {
    super();
  }

  async compare(draft: PolicyDraft, published: readonly PublishedPolicy[], at: string): Promise<PolicyComparison> {
    if (draft.kind !== 'journey') throw new Error(`A draft of kind ${draft.kind} was given to that of journeys`);
    const { policyId: journeyId, version, content } = draft;
    const known = inForce(published, at);
    const before =
      known && isOfKind(known, 'journey') ? { journeyId, version: known.version, content: known.content } : undefined;
    const journeys = [{ journeyId, version, content }, ...(before ? [before] : [])];
    const from = new Date(Date.parse(at) - DAYS * DAY_MS).toISOString();
    const comparison = new JourneyComparison();
    await this.simulating.each(journeys, { from, until: at }, (customerId, [after = [], earlier = []]) =>
      comparison.add(customerId, earlier, after),
    );
    return comparison.result([...(await this.simulating.notes(content, at)), ...NOTES]);
  }
}
