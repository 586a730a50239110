import type { CasesOfWindow, Priority, ProblemImpact } from '@tenure/improvement-contract';
import { moneyText } from '@tenure/kernel';
import type { PriorityRule } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

export interface PriorityJudgement {
  readonly priority: Priority;
  readonly reason: Text;
}

/** Every customer counts with the weight of their tier, 1 where the rule has none for it. */
export const impactOf = ({ byTier, ...cases }: CasesOfWindow, { tierWeights }: PriorityRule): ProblemImpact => {
  const weights = new Map(tierWeights.map(({ tier, weight }) => [tier, weight]));
  const weighted = Object.entries(byTier).reduce((sum, [tier, many]) => sum + many * (weights.get(tier) ?? 1), 0);
  // Weights such as 0.1 don't add up exactly in binary, which nobody wants to read.
  return { ...cases, byTier, weightedCustomers: Math.round(weighted * 1e6) / 1e6 };
};

/**
 * P0 where the impact is high and the solution easy, P1 high and hard, P2 low and easy, else the backlog (R19). An effort that
 * nobody has estimated counts as hard.
 */
export function priorityOf(impact: ProblemImpact, personDays: number | null, rule: PriorityRule): PriorityJudgement {
  const reached = reachedBy(impact, rule);
  const isHigh = reached.length > 0;
  const isHard = personDays === null || personDays >= rule.hardFromPersonDays;
  const words = [impactWords(impact, reached, rule), effortWords(personDays, isHard, rule)];
  return {
    priority: isHigh ? (isHard ? 'P1' : 'P0') : isHard ? 'backlog' : 'P2',
    reason: { zh: `${words.map(({ zh }) => zh).join('；')}。`, en: `${words.map(({ en }) => en).join('; ')}.` },
  };
}

/** The bounds that the impact has reached. */
function reachedBy({ weightedCustomers, cases, money }: ProblemImpact, { highImpact }: PriorityRule): readonly Text[] {
  const reached: Text[] = [];
  if (weightedCustomers >= highImpact.weightedCustomers) {
    reached.push({
      zh: `加权客户数达到 ${highImpact.weightedCustomers}`,
      en: `at least ${highImpact.weightedCustomers} customers by weight`,
    });
  }
  if (cases >= highImpact.cases) {
    reached.push({ zh: `案件数达到 ${highImpact.cases}`, en: `at least ${highImpact.cases} cases` });
  }
  if (highImpact.money && (money[highImpact.money.currency] ?? 0) >= highImpact.money.amountMinor) {
    const amount = moneyText(highImpact.money.amountMinor, highImpact.money.currency);
    reached.push({ zh: `赔付达到 ${amount}`, en: `at least ${amount} of compensation` });
  }
  return reached;
}

function impactWords(
  { customers, weightedCustomers, cases, money }: ProblemImpact,
  reached: readonly Text[],
  { windowDays }: PriorityRule,
): Text {
  const paid = Object.entries(money).map(([currency, minor]) => moneyText(minor, currency));
  const zh = [`${customers} 个客户（加权 ${weightedCustomers}）`, `${cases} 个案件`, ...paid.map((it) => `赔付 ${it}`)];
  const en = [
    `${customers} customers (${weightedCustomers} by weight)`,
    `${cases} cases`,
    ...paid.map((it) => `${it} paid`),
  ];
  const why = reached.length > 0 ? reached : [{ zh: '未达到任何高影响标准', en: 'below every bound of a high impact' }];
  const level = reached.length > 0 ? { zh: '影响高', en: 'High impact' } : { zh: '影响低', en: 'Low impact' };
  return {
    zh: `${level.zh}：最近 ${windowDays} 天内 ${zh.join('、')}（${why.map((it) => it.zh).join('、')}）`,
    en: `${level.en}: ${en.join(', ')} within ${windowDays} days (${why.map((it) => it.en).join(', ')})`,
  };
}

function effortWords(personDays: number | null, isHard: boolean, { hardFromPersonDays }: PriorityRule): Text {
  if (personDays === null)
    return { zh: '工作量尚未估算，按难处理', en: 'nobody has estimated the effort, which counts as hard' };
  return isHard
    ? {
        zh: `难：估算 ${personDays} 人日，不少于 ${hardFromPersonDays}`,
        en: `hard: ${personDays} person days, ${hardFromPersonDays} or more`,
      }
    : {
        zh: `易：估算 ${personDays} 人日，少于 ${hardFromPersonDays}`,
        en: `easy: ${personDays} person days, less than ${hardFromPersonDays}`,
      };
}
