import { moneyText } from '@tenure/kernel';
import type {
  NumberCriterion,
  PotentialCriterion,
  PublishedPolicy,
  TierContent,
  TierCriterion,
} from '@tenure/policy-contract';
import type { Language } from '@tenure/shared-contract';
import type { TableColumn } from '@tenure/tables';
import { inLanguage } from './table.words';

export const CLASSIFICATION_TABLE: Readonly<Record<Language, string>> = { zh: '客户分类', en: 'Classification' };

export interface ClassificationRow {
  readonly dimension: string;
  readonly category: string;
  readonly description: string;
}

/** 分类维度 | 分类类别 | 核心特征描述. */
export const classificationColumns = (language: Language): readonly TableColumn<ClassificationRow>[] => [
  { header: inLanguage(language, '分类维度', 'Dimension'), cell: ({ dimension }) => dimension, width: 20 },
  { header: inLanguage(language, '分类类别', 'Category'), cell: ({ category }) => category, width: 12 },
  { header: inLanguage(language, '核心特征描述', 'What it is'), cell: ({ description }) => description, width: 80 },
];

/** The tiers of a policy, the highest first, with who falls into each. */
export function classificationRows(
  { title, content }: PublishedPolicy<'tier'>,
  language: Language,
): readonly ClassificationRow[] {
  const dimension = title[language];
  return [
    ...content.tiers.map(({ tier, anyOf }) => ({
      dimension,
      category: tier,
      description: anyOf
        .map(({ allOf }) => allOf.map((criterion) => criterionText(criterion, content, language)).join(AND[language]))
        .join(OR[language]),
    })),
    { dimension, category: content.defaultTier, description: inLanguage(language, '其他客户', 'All other customers') },
  ];
}

const AND = { zh: '，且', en: ' and ' } as const;
const OR = { zh: '；或', en: '; or ' } as const;

function criterionText(criterion: TierCriterion, content: TierContent, language: Language): string {
  if (criterion.fact !== 'growthPotential') return boundText(criterion, content, language);
  const names = criterion.oneOf.map((potential) => POTENTIALS[potential][language]);
  return inLanguage(language, `增长潜力为${names.join('、')}`, `growth potential ${names.join(' or ')}`);
}

function boundText({ fact, atLeast, below }: NumberCriterion, content: TierContent, language: Language): string {
  const amount = (bound: number): string =>
    fact === 'spendMinor'
      ? moneyText(bound, content.currency)
      : inLanguage(language, `${bound} 个月`, `${bound} months`);
  const bounds = [
    ...(atLeast === undefined ? [] : [`≥ ${amount(atLeast)}`]),
    ...(below === undefined ? [] : [`< ${amount(below)}`]),
  ];
  return `${factText(fact, content, language)} ${bounds.join(inLanguage(language, ' 且 ', ' and '))}`;
}

function factText(
  fact: NumberCriterion['fact'],
  { spendWindow: { unit, length } }: TierContent,
  language: Language,
): string {
  if (fact === 'cooperationMonths') return inLanguage(language, '合作时间', 'cooperation');
  const window = inLanguage(language, unit === 'months' ? '个月' : '天', unit);
  return inLanguage(language, `近 ${length} ${window}消费`, `spend in ${length} ${window}`);
}

const POTENTIALS: Readonly<Record<PotentialCriterion['oneOf'][number], Readonly<Record<Language, string>>>> = {
  normal: { zh: '一般', en: 'normal' },
  strategic: { zh: '战略', en: 'strategic' },
  benchmark: { zh: '标杆', en: 'benchmark' },
};
