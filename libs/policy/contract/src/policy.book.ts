import type { PolicyKind } from './policy.kinds';
import type { PublishedPolicy } from './published.policy';

/**
 * Every published policy, never behind the log: each answer includes what was published before it was asked for.
 * A Nest token; the module that carries the policies binds it for the whole application.
 */
export abstract class PolicyBook {
  /** The oldest first; none where the policy is unknown or of another kind. */
  abstract versions<Kind extends PolicyKind>(kind: Kind, policyId: string): Promise<readonly PublishedPolicy<Kind>[]>;

  /** The version in force at a moment (ISO 8601); undefined where none is. */
  abstract inForce<Kind extends PolicyKind>(
    kind: Kind,
    policyId: string,
    at: string,
  ): Promise<PublishedPolicy<Kind> | undefined>;

  /** One version, whether in force or not. */
  abstract version<Kind extends PolicyKind>(
    kind: Kind,
    policyId: string,
    version: number,
  ): Promise<PublishedPolicy<Kind> | undefined>;
}
