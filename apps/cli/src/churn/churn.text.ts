import { shown } from '../queries/answer.text';
import { textTable } from '../text.table';
import type { CalibrationGroup, Candidate, CustomerRisk, Evaluation, Fit } from './churn.answers';

/** What was fitted, and how to go on. */
export function fitLines({ version, horizonDays, days, share, model }: Fit): readonly string[] {
  const { fitted } = model;
  const of = share < 1 ? ` (a share of ${share} of all)` : '';
  return [
    `${model.method}, fitted on what happened from ${fitted.from} until ${fitted.until}; lost: without an order or contract for ${horizonDays} days`,
    `${fitted.customers} customers${of} on ${days.join(', ')}; ${fitted.lost} of them lost`,
    ...parameterLines(model),
    `It is the draft of version ${version}. Judge it: tenure churn evaluate --at ${fitted.until}; publish it: tenure policies publish churn-model`,
  ];
}

function parameterLines(model: Fit['model']): readonly string[] {
  switch (model.method) {
    case 'mbg-nbd':
      return [`r ${digits(model.r)}, alpha ${digits(model.alpha)}, a ${digits(model.a)}, b ${digits(model.b)} (weeks)`];
    case 'logistic': {
      const largest = [...model.features].sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
      return textTable(
        [
          { title: 'FACT', value: ({ fact, transform }) => (transform === 'known' ? `${fact}, whether known` : fact) },
          { title: 'WEIGHT', value: ({ weight }) => signed(weight, 3), alignRight: true },
        ],
        largest,
      );
    }
  }
}

/** How well each foretold, side by side, and for the model how what it foretold compares with what happened. */
export function evaluationLines(evaluation: Evaluation): readonly string[] {
  const { at, outcomeBy, version, isDraft, method, customers, lost, candidates } = evaluation;
  const [model] = candidates;
  return [
    `${isDraft ? 'Draft of version' : 'Version'} ${version} (${method}), scored on ${at}, judged by what happened until ${outcomeBy}`,
    `${customers} customers, ${lost} of them lost (${percent(lost / customers)})`,
    '',
    ...textTable(CANDIDATES, candidates),
    '',
    ...textTable(CALIBRATION, model?.calibration ?? []),
  ];
}

const NAMES: Readonly<Record<string, string>> = {
  model: 'the model',
  'not-alive': '1 − P(alive)',
  recency: 'recency alone',
  scorecard: 'the scorecard',
};

const CANDIDATES = [
  { title: 'WHO FORETELLS', value: ({ candidate }: Candidate) => NAMES[candidate] ?? shown(candidate) },
  {
    title: 'AUC',
    value: ({ area }: Candidate) => (area ? `${digits(area.area)} (${digits(area.low)}–${digits(area.high)})` : '–'),
  },
  { title: 'BRIER', value: ({ brier }: Candidate) => digits(brier), alignRight: true },
  { title: 'LOG LOSS', value: ({ logLoss }: Candidate) => digits(logLoss), alignRight: true },
  {
    title: 'CALIBRATION ERROR',
    value: ({ calibrationError }: Candidate) => digits(calibrationError),
    alignRight: true,
  },
  {
    title: 'SLOPE, INTERCEPT',
    value: ({ calibrationLine: line }: Candidate) =>
      line ? `${digits(line.slope)}, ${signed(line.intercept, 3)}` : '–',
  },
  {
    title: 'LIFT OF TOP TENTH',
    value: ({ liftAtTop }: Candidate) => (liftAtTop === undefined ? '–' : liftAtTop.toFixed(2)),
    alignRight: true,
  },
];

const CALIBRATION = [
  { title: 'CUSTOMERS', value: ({ n }: CalibrationGroup) => `${n}`, alignRight: true },
  { title: 'FORETOLD', value: ({ predicted }: CalibrationGroup) => percent(predicted), alignRight: true },
  { title: 'LOST', value: ({ share }: CalibrationGroup) => percent(share), alignRight: true },
  {
    title: '95 %',
    value: ({ interval: { low, high } }: CalibrationGroup) => `${percent(low)} – ${percent(high)}`,
  },
];

/** Who, how much, and why. */
export function riskLines({
  customerId,
  model,
  score,
  band,
  explanation,
  alive,
  entered,
}: CustomerRisk): readonly string[] {
  const by = `by version ${model.version} (${model.method})`;
  if (score === null || !explanation) return [`${shown(customerId)} is not scored ${by}`];
  const { unit, base, contributions, total } = explanation;
  const rows = [
    { title: 'to begin with', amount: base },
    ...contributions.map(({ title, amount }) => ({ title: `${title.en} ${title.zh}`, amount })),
    { title: 'together', amount: total },
  ];
  return [
    `${shown(customerId)}: ${score} of 100, ${band ?? ''}, ${by}${alive === null ? '' : `; P(alive) ${percent(alive)}`}`,
    ...(entered
      ? [`${entered.band} since ${entered.scoredAt}${entered.from === null ? '' : `, ${entered.from} before`}`]
      : []),
    '',
    ...textTable(
      [
        { title: 'WHAT MAKES IT', value: ({ title }) => shown(title) },
        {
          title: unit.toUpperCase(),
          value: ({ amount }) => signed(amount, unit === 'points' ? 0 : 2),
          alignRight: true,
        },
      ],
      rows,
    ),
  ];
}

const digits = (value: number): string => value.toFixed(3);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const signed = (value: number, decimals: number): string => `${value < 0 ? '' : '+'}${value.toFixed(decimals)}`;
