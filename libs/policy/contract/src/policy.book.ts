import type { PolicyKind } from './policy.kinds';
import { inForce, type PolicyDraft, type PublishedPolicy } from './published.policy';

/**
 * Every published policy, never behind the log: each answer includes what was published before it was asked for.
 * A Nest token; the module that carries the policies binds it for the whole application.
 */
export abstract class PolicyBook {
  /** The oldest first; none where the policy is unknown or of another kind. */
  abstract versions<Kind extends PolicyKind>(kind: Kind, policyId: string): Promise<readonly PublishedPolicy<Kind>[]>;

  /** What was set down as the version to come, of whatever kind; undefined where nothing was. */
  abstract draft(policyId: string): Promise<PolicyDraft | undefined>;

  /** The version in force at a moment (ISO 8601); undefined where none is. */
  async inForce<Kind extends PolicyKind>(
    kind: Kind,
    policyId: string,
    at: string,
  ): Promise<PublishedPolicy<Kind> | undefined> {
    return inForce(await this.versions(kind, policyId), at);
  }

  /** One version, whether in force or not. */
  async version<Kind extends PolicyKind>(
    kind: Kind,
    policyId: string,
    version: number,
  ): Promise<PublishedPolicy<Kind> | undefined> {
    return (await this.versions(kind, policyId)).find((one) => one.version === version);
  }
}
