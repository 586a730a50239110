import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CAUSE_CATEGORIES,
  CauseEvidenceFields,
  PRIORITIES,
  ProblemScopeFields,
  type CauseCategory,
  type Priority,
  type ProblemAsOf,
  type ProblemEvidence,
  type ProblemImpact,
} from '@tenure/improvement-contract';
import { whyTree, type ProblemRegisterRow, type WhyNode } from '@tenure/improvement-core';
import { TextFields } from '@tenure/policy-contract';

export const PROBLEM_STATUSES = ['open', 'solved', 'dismissed'] as const;
const instant = { format: 'date-time' } as const;
const text = { type: String, nullable: true } as const;
const anyObject = { type: 'object', additionalProperties: true } as const;

/** A problem as it is found in a list. */
export class ProblemListView {
  @ApiProperty()
  readonly problemId!: string;

  @ApiProperty({ type: TextFields })
  readonly title!: TextFields;

  @ApiProperty({ enum: PROBLEM_STATUSES })
  readonly status!: ProblemAsOf['status'];

  @ApiProperty({ enum: PRIORITIES, nullable: true, description: 'Null until it is judged.' })
  readonly priority!: Priority | null;

  @ApiProperty(text)
  readonly themeId!: string | null;

  @ApiProperty(text)
  readonly product!: string | null;

  @ApiProperty(text)
  readonly stepId!: string | null;

  @ApiProperty({ description: 'A person, or `tenure` itself.' })
  readonly openedBy!: string;

  @ApiProperty(instant)
  readonly openedAt!: string;

  @ApiProperty({ ...instant, description: 'Of the latest opening, solution or dismissal.' })
  readonly changedAt!: string;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export const problemListView = ({ history: _history, position, ...row }: ProblemRegisterRow): ProblemListView => ({
  ...row,
  position: `${position}`,
});

/** An answer of the 5-Whys with the answers to why that is so. */
export class WhyView {
  @ApiProperty()
  readonly whyId!: string;

  @ApiProperty()
  readonly answer!: string;

  @ApiProperty({ enum: CAUSE_CATEGORIES })
  readonly category!: CauseCategory;

  @ApiProperty({ description: 'A root cause.' })
  readonly root!: boolean;

  @ApiProperty({ type: [CauseEvidenceFields] })
  readonly evidence!: readonly CauseEvidenceFields[];

  @ApiProperty()
  readonly by!: string;

  @ApiProperty(instant)
  readonly answeredAt!: string;

  @ApiProperty({ type: () => [WhyView] })
  readonly reasons!: readonly WhyView[];
}

const whyView = ({ why, reasons }: WhyNode): WhyView => {
  const { whyId, answer, category, root, evidence, by, answeredAt } = why;
  return { whyId, answer, category, root, evidence, by, answeredAt, reasons: reasons.map(whyView) };
};

/** What was known of a problem at a moment. */
export class ProblemView {
  @ApiProperty()
  readonly problemId!: string;

  @ApiProperty({ ...instant, description: 'The moment that it was asked about.' })
  readonly asOf!: string;

  @ApiProperty({ type: TextFields })
  readonly title!: TextFields;

  @ApiPropertyOptional()
  readonly description?: string;

  @ApiProperty({ type: ProblemScopeFields })
  readonly scope!: ProblemScopeFields;

  @ApiProperty({ enum: PROBLEM_STATUSES })
  readonly status!: ProblemAsOf['status'];

  @ApiProperty({ ...instant, description: 'From when on complaints of its scope belong to it.' })
  readonly since!: string;

  @ApiProperty({ description: 'Who opened it: a person, or `tenure` itself.' })
  readonly by!: string;

  @ApiProperty(instant)
  readonly openedAt!: string;

  @ApiProperty(instant)
  readonly changedAt!: string;

  @ApiProperty({
    type: [Object],
    description: 'What the platform found: counts, what chance would bring, and the rule.',
  })
  readonly evidence!: readonly ProblemEvidence[];

  @ApiProperty({ type: [WhyView], description: 'The 5-Whys, from the problem down to its root causes.' })
  readonly whys!: readonly WhyView[];

  @ApiProperty({ enum: PRIORITIES, nullable: true })
  readonly priority!: Priority | null;

  @ApiProperty({ type: TextFields, nullable: true })
  readonly priorityReason!: TextFields | null;

  @ApiProperty({ ...anyObject, nullable: true, description: 'What the priority was judged by.' })
  readonly impact!: ProblemImpact | null;

  @ApiProperty({
    ...anyObject,
    nullable: true,
    description:
      'Counted now, as of the moment, by the window and the weights of the policy; null where none is in force.',
  })
  readonly impactAsOf!: ProblemImpact | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Null where nobody has estimated the effort.' })
  readonly personDays!: number | null;

  @ApiProperty({ ...text, description: 'The measure that solved it.' })
  readonly solvedBy!: string | null;

  @ApiProperty({ type: 'integer' })
  readonly reopenings!: number;

  @ApiProperty({ type: [String], description: 'Measures against it, in the order of their planning.' })
  readonly measures!: readonly string[];
}

export const problemView = (
  problem: ProblemAsOf,
  { asOf, impactAsOf, measures }: Pick<ProblemView, 'asOf' | 'impactAsOf' | 'measures'>,
): ProblemView => ({
  ...problem,
  asOf,
  impactAsOf,
  whys: whyTree(problem.whys).map(whyView),
  measures,
});
