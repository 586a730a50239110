import type { MeasureVerdict, VerificationPlan, VerificationResult } from '@tenure/improvement-contract';
import { METRICS, type MetricValue } from '@tenure/metric-contract';
import type { Text } from '@tenure/shared-contract';

interface Judged extends Omit<VerificationResult, 'reason' | 'policy' | 'verdict'> {
  /** `regression`: the baseline is what was observed when the measure was found to be effective. */
  readonly kind: 'verification' | 'regression';
  readonly plan: Pick<VerificationPlan, 'target' | 'smallestSample'>;
  readonly verdict: MeasureVerdict;
}

/** Why it was judged so, with all figures that it follows from. */
export function reasonOf(judged: Judged): Text {
  const parts = [figures(judged), ...(judged.verdict === 'not-enough-data' ? [tooLittle(judged)] : [found(judged)])];
  return { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(' ') };
}

/** Whether both have as many observations as the plan asks for. */
export const enoughOf = (
  { smallestSample }: Pick<VerificationPlan, 'smallestSample'>,
  ...values: readonly MetricValue[]
): boolean => values.every(({ n, value }) => value !== null && n >= smallestSample);

function figures({ kind, baseline, observed }: Judged): Text {
  const { title } = METRICS[observed.metricId];
  const [before, after] = [toldOf(baseline), toldOf(observed)];
  const [zh, en] = kind === 'verification' ? ['基线', 'in the baseline'] : ['验证期', 'when it was verified'];
  return {
    zh: `${title.zh}：${zh} ${before.zh}，观察期 ${after.zh}。`,
    en: `${title.en}: ${before.en} ${en}, ${after.en} observed.`,
  };
}

function tooLittle({ plan: { smallestSample } }: Judged): Text {
  return {
    zh: `每个时段至少需要 ${smallestSample} 个观测，数据不足，不作判断。`,
    en: `At least ${smallestSample} observations are needed in each: too few to tell.`,
  };
}

function found(judged: Judged): Text {
  const [change, target] = [changeOf(judged), targetOf(judged)];
  const verdict = VERDICTS[judged.kind][judged.verdict === 'effective' ? 'effective' : 'not-effective'];
  return { zh: `${change.zh}；${target.zh}：${verdict.zh}`, en: `${change.en}; ${target.en}: ${verdict.en}` };
}

const VERDICTS = {
  verification: {
    effective: { zh: '有效。', en: 'effective.' },
    'not-effective': { zh: '无效。', en: 'not effective.' },
  },
  regression: {
    effective: { zh: '仍然有效。', en: 'still effective.' },
    'not-effective': { zh: '已回退。', en: 'it has regressed.' },
  },
} as const;

function changeOf({ observed, difference, interval, confidencePercent, test }: Judged): Text {
  const { low, high } = interval ?? { low: 0, high: 0 };
  const isChance = low <= 0 && high >= 0;
  const [by, from, to] = [difference ?? 0, low, high].map((value) => signed(value, observed.metricId));
  const confidence = Number(confidencePercent.toFixed(2));
  return {
    zh: `变化 ${by}（${confidence}% 置信区间 ${from} 至 ${to}，${test}），${isChance ? '可能只是偶然' : '超出偶然范围'}`,
    en: `A difference of ${by} (${confidence} % interval ${from} to ${to}, ${test}), ${isChance ? 'which may be chance' : 'beyond chance'}`,
  };
}

function targetOf({ plan: { target }, targetReached, observed: { metricId } }: Judged): Text {
  const [zh, en, bound] =
    'atLeast' in target ? ['至少', 'at least', target.atLeast] : ['至多', 'at most', target.atMost];
  const told = amount(bound, metricId);
  return {
    zh: `目标${zh} ${told}，${targetReached === true ? '已达到' : '未达到'}`,
    en: `the target of ${en} ${told} is ${targetReached === true ? 'reached' : 'missed'}`,
  };
}

function toldOf({ metricId, value, n }: MetricValue): Text {
  if (value === null) return { zh: '无观测', en: 'nothing to measure' };
  const told = amount(value, metricId);
  return { zh: `${told}（n=${n}）`, en: `${told} (n ${n})` };
}

const UNITS = { hours: ' h', percent: ' %', points: '', 'per-100-customers': '' } as const;

const DIGITS = 2;

const amount = (value: number, metricId: MetricValue['metricId']): string =>
  `${Number(value.toFixed(DIGITS))}${UNITS[METRICS[metricId].unit]}`;

/** Percentages differ by points, which are no percentages of what they differ from. */
const signed = (value: number, metricId: MetricValue['metricId']): string => {
  const unit = METRICS[metricId].unit === 'hours' ? ' h' : '';
  return `${value > 0 ? '+' : ''}${Number(value.toFixed(DIGITS))}${unit}`;
};
