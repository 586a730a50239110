import { FACT_NAMES } from '@tenure/behaviour-contract';
import { NO_STAGE, type LifecycleContent, type StageRule } from '@tenure/policy-contract';
import type { LifecycleStage } from '@tenure/shared-contract';
import { checkCondition } from './condition.check';
import type { Possibility } from './condition.possibility';
import { isUnknown, isWord } from './condition.values';
import { firstIn, firstOf, flaw, twice, type ContentFlaw } from './content.flaw';
import { checkFlapping } from './lifecycle.flapping';

export const checkLifecycle = (content: LifecycleContent): ContentFlaw | undefined =>
  firstOf(
    () => checkIds(content),
    () => firstIn(content.rules, checkRule),
    () => firstIn(content.milestones, ({ when }, index) => checkCondition(when, `content.milestones[${index}].when`)),
    () => checkStages(content),
    () => checkFlapping(content),
  );

const checkIds = ({ rules, milestones, dates, minimumStay }: LifecycleContent): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-rule-twice',
        rules.map(({ ruleId }) => ruleId),
        (index) => `content.rules[${index}].ruleId`,
      ),
    () =>
      twice(
        'policy-stage-twice',
        minimumStay.map(({ stage }) => stage),
        (index) => `content.minimumStay[${index}].stage`,
      ),
    () =>
      twice(
        'policy-milestone-twice',
        milestones.map(({ milestoneId }) => milestoneId),
        (index) => `content.milestones[${index}].milestoneId`,
      ),
    () =>
      twice(
        'policy-date-twice',
        dates.map(({ dateId }) => dateId),
        (index) => `content.dates[${index}].dateId`,
      ),
  );

function checkRule(rule: StageRule, index: number): ContentFlaw | undefined {
  const place = `content.rules[${index}]`;
  return firstOf(
    () =>
      rule.from.includes(rule.to)
        ? flaw('policy-rule-leads-nowhere', `${place}: it leads from ${rule.to} to ${rule.to}`)
        : undefined,
    () => firstIn(rule.from, (stage) => checkCondition(rule.when, `${place}.when`, inStage(stage))),
    () => firstIn(['zh', 'en'] as const, (language) => checkText(rule.reason[language], `${place}.reason.${language}`)),
  );
}

const inStage = (stage: LifecycleStage | typeof NO_STAGE): Possibility =>
  new Map([['stage', stage === NO_STAGE ? isUnknown : isWord([stage])]]);

const FACTS: ReadonlySet<string> = new Set(FACT_NAMES);

function checkText(text: string, place: string): ContentFlaw | undefined {
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).find((name) => !FACTS.has(name));
  if (unknown === undefined) return undefined;
  return flaw('policy-text-names-unknown-field', `${place}: there is no fact ${unknown}`);
}

/** Every stage that something is said of can be entered, from that of new customers on. */
function checkStages({ rules, minimumStay }: LifecycleContent): ContentFlaw | undefined {
  const entered = new Set<string>([NO_STAGE]);
  for (let before = 0; before < entered.size;) {
    before = entered.size;
    for (const { from, to } of rules) if (from.some((stage) => entered.has(stage))) entered.add(to);
  }
  const check = (stage: string, place: string): ContentFlaw | undefined =>
    entered.has(stage)
      ? undefined
      : flaw('policy-stage-never-entered', `${place}: no rules lead from ${NO_STAGE} to ${stage}`);
  return firstOf(
    () =>
      firstIn(rules, ({ from }, rule) =>
        firstIn(from, (stage, at) => check(stage, `content.rules[${rule}].from[${at}]`)),
      ),
    () => firstIn(minimumStay, ({ stage }, index) => check(stage, `content.minimumStay[${index}].stage`)),
  );
}
