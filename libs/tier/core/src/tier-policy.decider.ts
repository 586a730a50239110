import { accept, fingerprintOf, reject, type Decider, type Decision } from '@tenure/kernel';
import type {
  TierCriterion,
  TierPolicy,
  TierPolicyCommand,
  TierPolicyEvent,
  TierPolicyRejection,
} from '@tenure/tier-contract';
import type { Plain } from '@tenure/shared-contract';

type Command = Plain<TierPolicyCommand>;
type Outcome = Decision<TierPolicyEvent, TierPolicyRejection>;

/** All published versions of one policy, the oldest first. */
export interface PublishedPolicy {
  readonly versions: readonly TierPolicy[];
}

export const tierPolicy: Decider<PublishedPolicy, Command, TierPolicyEvent, TierPolicyRejection> = {
  initial: { versions: [] },
  evolve: (state, { data: { publishedAt: _, ...policy } }) => ({ versions: [...state.versions, policy] }),
  decide: (command, { versions }) => {
    const policy = policyOf(command);
    const known = versions.find(({ version }) => version === policy.version);
    if (known) {
      const same = fingerprintOf(known) === fingerprintOf(policy);
      return same ? accept() : reject('tier-policy-already-published-differently');
    }
    return refusalOfNext(policy, versions.at(-1)) ?? refusalOfRules(policy) ?? publish(policy, command.occurredAt);
  },
};

/** The version that is in force at a moment (ISO 8601), of one policy's published ones. */
export const policyInForce = (versions: readonly TierPolicy[], at: string): TierPolicy | undefined =>
  versions.findLast(({ effectiveFrom }) => Date.parse(effectiveFrom) <= Date.parse(at));

const publish = (policy: TierPolicy, publishedAt: string): Outcome =>
  accept({ type: 'TierPolicyPublished', data: { ...policy, publishedAt } });

function refusalOfNext(policy: TierPolicy, newest: TierPolicy | undefined): Outcome | undefined {
  const next = (newest?.version ?? 0) + 1;
  if (policy.version !== next) return reject('tier-policy-version-not-next', `the next version is ${next}`);
  if (newest && Date.parse(policy.effectiveFrom) <= Date.parse(newest.effectiveFrom)) {
    const detail = `version ${newest.version} is effective from ${newest.effectiveFrom}`;
    return reject('tier-policy-not-effective-after-its-predecessor', detail);
  }
  return undefined;
}

function refusalOfRules({ tiers, defaultTier }: TierPolicy): Outcome | undefined {
  const names = [...tiers.map(({ tier }) => tier), defaultTier];
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return reject('tier-policy-names-a-tier-twice', `${twice} has more than one rule`);
  const empty = tiers.find(({ anyOf }) => anyOf.some(({ allOf }) => allOf.some(neverHolds)));
  return (
    empty && reject('tier-policy-criterion-never-holds', `in the rule of ${empty.tier}, below is not above atLeast`)
  );
}

/** Spend can be negative (more returned than bought), months of cooperation can't. */
function neverHolds(criterion: TierCriterion): boolean {
  if (criterion.fact === 'growthPotential' || criterion.below === undefined) return false;
  const least = criterion.fact === 'cooperationMonths' ? 0 : Number.NEGATIVE_INFINITY;
  return criterion.below <= (criterion.atLeast ?? least);
}

function policyOf(command: Command): TierPolicy {
  const { policyId, version, effectiveFrom, currency, spendWindow, tiers, defaultTier } = command;
  return { policyId, version, effectiveFrom, currency, spendWindow, tiers, defaultTier };
}
