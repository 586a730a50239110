import {
  inForce,
  ofKind,
  PolicyBook,
  type NoticeRecipient,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';

const since = '2020-01-01T00:00:00Z';
const title = { zh: '政策', en: 'A policy' };
const published = { version: 1, effectiveFrom: since, title, by: 'tenure', publishedAt: since } as const;

/** Policies that nobody changes: who can be told, and who may approve remedies. */
export class FixedPolicies extends PolicyBook {
  readonly #policies: readonly PublishedPolicy[];

  constructor(people: readonly NoticeRecipient[], approvers: readonly string[] = []) {
    super();
    const budget = { amountMinor: 0, period: 'month', timeZone: 'Asia/Shanghai' } as const;
    const remedy = { currency: 'CNY', standard: [], withoutApproval: [], discretionPercent: 10, budget, approvers };
    this.#policies = [
      { policyId: 'recipients', kind: 'recipients', content: { timeZone: 'Asia/Shanghai', people }, ...published },
      { policyId: 'remedy', kind: 'remedy', content: remedy, ...published },
    ];
  }

  async versions<Kind extends PolicyKind>(kind: Kind, policyId: string): Promise<readonly PublishedPolicy<Kind>[]> {
    const named = this.#policies.filter((policy) => policy.policyId === policyId);
    return ofKind(named, kind);
  }

  async inForce<Kind extends PolicyKind>(
    kind: Kind,
    policyId: string,
    at: string,
  ): Promise<PublishedPolicy<Kind> | undefined> {
    return inForce(await this.versions(kind, policyId), at);
  }

  async version<Kind extends PolicyKind>(
    kind: Kind,
    policyId: string,
    version: number,
  ): Promise<PublishedPolicy<Kind> | undefined> {
    return (await this.versions(kind, policyId)).find((policy) => policy.version === version);
  }
}
