import { instant, isAfter } from '@tenure/kernel';
import type { PlannedContactKind, PublishedPolicy } from '@tenure/policy-contract';
import { periodAt, type PlanPeriod } from './contact.period';
import { latest } from './moment';

export type ContactPlanPolicy = PublishedPolicy<'contact-plan'>;

/** A contact that the plan of a tier calls for at a moment. */
export interface CalledContact {
  readonly contactId: string;
  readonly kind: PlannedContactKind;
  readonly tier: string;
  readonly period: PlanPeriod;
  readonly policy: ContactPlanPolicy;
}

/** What a customer of a tier is to get in the periods that a moment (ISO 8601) lies in. `versions` ascend. */
export function calledContacts(
  versions: readonly ContactPlanPolicy[],
  tier: string | undefined,
  at: string,
): readonly CalledContact[] {
  const policy = versions.findLast((version) => !isAfter(startOf(version), at));
  if (!policy || tier === undefined) return [];
  return contactsOf(policy, tier).map(({ kind, every }) => {
    const period = periodAt(at, every, policy.content.timeZone);
    return { contactId: `${kind}-${period.name}`, kind, tier, period, policy };
  });
}

/** Whether so much of the period is left at a moment that its contact still counts. */
export function isWorthPlanning({ period, policy }: CalledContact, at: string): boolean {
  const [from, until] = [Date.parse(period.from), Date.parse(period.until)];
  return (until - Date.parse(at)) * 100 >= (until - from) * (policy.content.leastPercentLeft ?? 0);
}

/**
 * The first moment after `at` at which time alone has something to do with the plan of a tier: a period ends, or another
 * version comes into force. ISO 8601 UTC; undefined where there is none.
 */
export function nextPlanningAt(
  versions: readonly ContactPlanPolicy[],
  tier: string | undefined,
  at: string,
): string | undefined {
  if (tier === undefined) return undefined;
  const called = calledContacts(versions, tier, at);
  const next = versions.find(
    (version) => isAfter(startOf(version), at) && (called.length > 0 || contactsOf(version, tier).length > 0),
  );
  const moments = [...called.map(({ period }) => period.until), ...(next ? [startOf(next)] : [])];
  return moments.length === 0 ? undefined : instant(Math.min(...moments.map((moment) => Date.parse(moment))));
}

/** From when on contacts are planned by a version: what nobody knew of yet cannot have been missed. */
export const startOf = ({ effectiveFrom, publishedAt }: ContactPlanPolicy): string =>
  latest(effectiveFrom, publishedAt);

const contactsOf = ({ content }: ContactPlanPolicy, tier: string) =>
  content.plans.find((plan) => plan.tier === tier)?.contacts ?? [];
