import { Inject, Injectable } from '@nestjs/common';
import { fail } from '@tenure/http';
import {
  DEFAULT_POLICY_IDS,
  PolicyBook,
  type ImprovementContent,
  type PolicyKind,
  type PublishedPolicy,
  type ThemesContent,
} from '@tenure/policy-contract';

/** What a report goes by: the versions in force when its month ended. */
export interface RulesOfMonth {
  readonly improvement: PublishedPolicy<'improvement'>;
  readonly themes: ThemesContent | undefined;
  /** The highest first. */
  readonly tiers: readonly string[];
}

@Injectable()
export class ReportRules {
  constructor(@Inject(PolicyBook) private readonly policies: PolicyBook) {}

  /** In force at a moment; the first there was, for moments before it. */
  async at(moment: string): Promise<RulesOfMonth> {
    const improvement = await this.#improvementAt(moment);
    const themes = await this.#at('themes', DEFAULT_POLICY_IDS.themes, moment);
    const tier = await this.#at('tier', DEFAULT_POLICY_IDS.tier, moment);
    const tiers = tier ? [...tier.content.tiers.map((one) => one.tier), tier.content.defaultTier] : [];
    return { improvement, themes: themes?.content, tiers: [...new Set(tiers)] };
  }

  /** By whose clocks months begin. */
  async timeZoneAt(moment: string): Promise<ImprovementContent['timeZone']> {
    const { content } = await this.#improvementAt(moment);
    return content.timeZone;
  }

  async #improvementAt(moment: string): Promise<PublishedPolicy<'improvement'>> {
    const policy = await this.#at('improvement', DEFAULT_POLICY_IDS.improvement, moment);
    if (policy) return policy;
    throw fail('not-found', `No policy ${DEFAULT_POLICY_IDS.improvement} is published, by which reports are made`);
  }

  async #at<Kind extends PolicyKind>(kind: Kind, policyId: string, moment: string) {
    const policy = await this.policies.inForce(kind, policyId, moment);
    return policy ?? (await this.policies.versions(kind, policyId)).at(0);
  }
}
