import { atomsOf, type Condition, type FactName } from '@tenure/behaviour-contract';
import {
  BEHAVIOUR_EVENT_TYPES,
  timedCondition,
  touchedFacts,
  type BehaviourEvent,
  type TimedCondition,
} from '@tenure/behaviour-facts';
import type { LifecycleContent, Milestone, NO_STAGE, PublishedPolicy, StageRule } from '@tenure/policy-contract';
import type { LifecycleStage } from '@tenure/shared-contract';
import { placeholdersOf } from './reason.text';

export type LifecyclePolicy = Pick<PublishedPolicy<'lifecycle'>, 'policyId' | 'version' | 'effectiveFrom' | 'content'>;

export type Stage = LifecycleStage | typeof NO_STAGE;

/** With its condition ready to be asked. */
export interface TimedRule {
  readonly rule: StageRule;
  readonly when: TimedCondition;
}

export interface TimedMilestone {
  readonly milestone: Milestone;
  readonly when: TimedCondition;
}

/** What is judged by a fact that events of one type may change. */
export interface Asking {
  /** Stages from which a rule leads by such a fact. */
  readonly from: ReadonlySet<Stage>;
  readonly milestones: readonly Milestone[];
}

/** A policy as it is asked for again and again. */
export interface Rules {
  readonly policyId: string;
  readonly version: number;
  readonly effectiveMs: number;
  readonly content: LifecycleContent;
  /** By the stage that they start from, in their order. */
  readonly from: ReadonlyMap<Stage, readonly TimedRule[]>;
  readonly milestones: readonly TimedMilestone[];
  readonly minimumStayDays: ReadonlyMap<Stage, number>;
  /** Those that a rule is judged by, or tells of. */
  readonly factsOfRule: ReadonlyMap<StageRule, readonly FactName[]>;
  readonly factsOfMilestone: ReadonlyMap<Milestone, readonly FactName[]>;
  /** By type of event. */
  readonly asking: ReadonlyMap<BehaviourEvent['type'], Asking>;
}

const known = new WeakMap<LifecyclePolicy, Rules>();

export function rulesOf(policy: LifecyclePolicy): Rules {
  const kept = known.get(policy);
  if (kept) return kept;
  const rules = compiled(policy);
  known.set(policy, rules);
  return rules;
}

/** The version in force at a moment; versions ascend. */
export function rulesAt(policies: readonly LifecyclePolicy[], ms: number): Rules | undefined {
  for (let index = policies.length - 1; index >= 0; index--) {
    const policy = policies[index];
    const rules = policy && rulesOf(policy);
    if (rules && rules.effectiveMs <= ms) return rules;
  }
  return undefined;
}

function compiled({ policyId, version, effectiveFrom, content }: LifecyclePolicy): Rules {
  const rules = content.rules.map((rule) => ({ rule, when: timedCondition(rule.when) }));
  const stages = new Set(content.rules.flatMap(({ from }) => from));
  return {
    policyId,
    version,
    effectiveMs: Date.parse(effectiveFrom),
    content,
    from: new Map([...stages].map((stage) => [stage, rules.filter(({ rule }) => rule.from.includes(stage))])),
    milestones: content.milestones.map((milestone) => ({ milestone, when: timedCondition(milestone.when) })),
    minimumStayDays: new Map(content.minimumStay.map(({ stage, days }) => [stage, days])),
    factsOfRule: new Map(content.rules.map((rule) => [rule, factNamesOf(rule)])),
    factsOfMilestone: new Map(content.milestones.map((one) => [one, [...new Set(askedBy(one.when))]])),
    asking: new Map(BEHAVIOUR_EVENT_TYPES.map((type) => [type, askingOf(content, type)])),
  };
}

const askedBy = (when: Condition): readonly FactName[] => atomsOf(when).map(({ fact }) => fact);

function askingOf(content: LifecycleContent, type: BehaviourEvent['type']): Asking {
  const touched = new Set(touchedFacts(type));
  const isAsked = ({ when }: StageRule | Milestone) => askedBy(when).some((name) => touched.has(name));
  return {
    from: new Set(content.rules.filter(isAsked).flatMap(({ from }) => from)),
    milestones: content.milestones.filter(isAsked),
  };
}

const factNamesOf = ({ when, reason }: StageRule): readonly FactName[] => [
  ...new Set([...askedBy(when), ...placeholdersOf(reason.en), ...placeholdersOf(reason.zh)]),
];
