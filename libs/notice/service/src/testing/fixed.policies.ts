import {
  ofKind,
  PolicyBook,
  type NoticeRecipient,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';

const since = '2020-01-01T00:00:00Z';
const title = { zh: '政策', en: 'A policy' };
const published = { version: 1, effectiveFrom: since, title, by: 'tenure', publishedAt: since } as const;

/** Policies that nobody changes: who can be told, who may approve remedies, and `lead` as the first to escalate to. */
export class FixedPolicies extends PolicyBook {
  readonly #policies: readonly PublishedPolicy[];

  constructor(people: readonly NoticeRecipient[], approvers: readonly string[] = []) {
    super();
    const budget = { amountMinor: 0, period: 'month', timeZone: 'Asia/Shanghai' } as const;
    const remedy = { currency: 'CNY', standard: [], withoutApproval: [], discretionPercent: 10, budget, approvers };
    const escalation = {
      reminder: { notify: ['owner'], channels: ['inbox'] },
      steps: [
        { afterMinutes: 0, notify: ['owner'], channels: ['inbox'] },
        { afterMinutes: 60, notify: ['owner', 'person:lead'], channels: ['inbox'] },
      ],
    } as const;
    this.#policies = [
      { policyId: 'escalation', kind: 'escalation', content: escalation, ...published },
      { policyId: 'recipients', kind: 'recipients', content: { timeZone: 'Asia/Shanghai', people }, ...published },
      { policyId: 'remedy', kind: 'remedy', content: remedy, ...published },
    ];
  }

  async versions<Kind extends PolicyKind>(kind: Kind, policyId: string): Promise<readonly PublishedPolicy<Kind>[]> {
    const named = this.#policies.filter((policy) => policy.policyId === policyId);
    return ofKind(named, kind);
  }

  async draft(): Promise<undefined> {
    return undefined;
  }
}
