import type { MeasureVerdict } from '@tenure/improvement-contract';
import type { Text } from '@tenure/shared-contract';
import type { ReportInputs } from './report.inputs';

/** 反馈日期 | 客户名称 | 反馈问题 | 涉及服务环节 | 改进措施 | 责任人 | 完成时限 | 改进效果验证, of one complaint and one measure against its problem. */
export interface FeedbackRow {
  readonly complaintId: string;
  readonly at: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly problemId: string;
  readonly problem: Text;
  readonly steps: readonly Text[];
  /** Null where there is none yet. */
  readonly measure: {
    readonly measureId: string;
    readonly content: string;
    readonly owner: string;
    readonly dueOn: string;
    /** Null until it was verified. */
    readonly verdict: MeasureVerdict | null;
    readonly regressed: boolean;
  } | null;
}

/** In the order of the complaints, then of the measures. */
export function feedbackRows(inputs: ReportInputs): readonly FeedbackRow[] {
  const problems = new Map(inputs.problems.map((problem) => [problem.problemId, problem]));
  const measures = measuresByProblem(inputs);
  return inputs.problemCases.flatMap(({ problemId, complaintId, customerId, at }): readonly FeedbackRow[] => {
    const problem = problems.get(problemId);
    if (!problem) return [];
    const row = {
      complaintId,
      at,
      customerId,
      customerName: inputs.names.get(customerId) ?? null,
      problemId,
      problem: problem.title,
      steps: stepsOf(inputs, complaintId, problem.scope.stepId),
    };
    const against = measures.get(problemId) ?? [];
    return against.length === 0 ? [{ ...row, measure: null }] : against.map((measure) => ({ ...row, measure }));
  });
}

type MeasureOfRow = NonNullable<FeedbackRow['measure']>;

function measuresByProblem({ measures }: ReportInputs): ReadonlyMap<string, readonly MeasureOfRow[]> {
  const byProblem = new Map<string, MeasureOfRow[]>();
  for (const { problemId, measureId, content, owner, dueOn, verified, regressed, stage } of measures) {
    if (stage === 'abandoned') continue;
    const verdict = verified?.result.verdict ?? null;
    const measure = { measureId, content, owner, dueOn, verdict, regressed: regressed !== null };
    byProblem.set(problemId, [...(byProblem.get(problemId) ?? []), measure]);
  }
  return byProblem;
}

/** Those that the themes of the complaint fall to, else that of the problem. */
function stepsOf({ themes, themed }: ReportInputs, complaintId: string, stepId: string | undefined): readonly Text[] {
  if (!themes) return [];
  const themeIds = themed.now.get(complaintId) ?? [];
  const ofThemes = themes.themes.flatMap(({ themeId, step }) =>
    step !== undefined && themeIds.includes(themeId) ? [step] : [],
  );
  const wanted = ofThemes.length > 0 ? ofThemes : [stepId];
  return themes.steps.filter((step) => wanted.includes(step.stepId)).map(({ title }) => title);
}
