import {
  MOST_COMPARED_EXAMPLES,
  type ContactPlanContent,
  type PlannedContact,
  type PolicyComparison,
} from '@tenure/policy-contract';

export interface TierSize {
  readonly tier: string;
  readonly customers: number;
}

/** Tiers whose customers would be contacted otherwise under another plan. `before` is undefined where none is in force. */
export const tiersThatDiffer = (
  before: ContactPlanContent | undefined,
  after: ContactPlanContent,
  tiers: readonly TierSize[],
): readonly TierSize[] => tiers.filter(({ tier }) => planText(before, tier) !== planText(after, tier));

/** `customers` are the first of those in tiers that differ, whatever their number. */
export function planComparison(
  before: ContactPlanContent | undefined,
  after: ContactPlanContent,
  tiers: readonly TierSize[],
  customers: readonly { readonly customerId: string; readonly tier: string }[],
): PolicyComparison {
  const differing = tiersThatDiffer(before, after, tiers);
  const changes = differing.map(({ tier, customers: count }) => ({ ...fromTo(before, after, tier), count }));
  return {
    of: 'customers',
    looked: sum(tiers),
    changed: sum(differing),
    changes: changes.sort((one, other) => other.count - one.count),
    examples: customers
      .slice(0, MOST_COMPARED_EXAMPLES)
      .map(({ customerId, tier }) => ({ id: customerId, customerId, ...fromTo(before, after, tier) })),
    notes: [
      'What was done stays done; what is planned and no longer called for is dropped when the version comes into force.',
    ],
  };
}

const fromTo = (before: ContactPlanContent | undefined, after: ContactPlanContent, tier: string) => ({
  from: `${tier}: ${planText(before, tier)}`,
  to: `${tier}: ${planText(after, tier)}`,
});

function planText(content: ContactPlanContent | undefined, tier: string): string {
  const contacts = content?.plans.find((plan) => plan.tier === tier)?.contacts ?? [];
  return contacts.length === 0 ? 'nothing' : contacts.map(contactText).sort().join(', ');
}

const contactText = ({ kind, every: { unit, count } }: PlannedContact): string =>
  count === 1 ? `a ${kind} each ${unit}` : `a ${kind} every ${count} ${unit}s`;

const sum = (tiers: readonly TierSize[]): number => tiers.reduce((all, { customers }) => all + customers, 0);
