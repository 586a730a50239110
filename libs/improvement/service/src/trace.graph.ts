import type { MeasureAsOf, ProblemAsOf } from '@tenure/improvement-contract';
import { METRICS, type MetricId } from '@tenure/metric-contract';
import type { ThemesContent } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';
import { CAUSE_NAMES, effectOf, statusOf } from './trace.words';

/** In the order in which one leads to the other. */
export const TRACE_KINDS = ['complaint', 'theme', 'problem', 'cause', 'measure', 'standard', 'metric'] as const;
export type TraceKind = (typeof TRACE_KINDS)[number];

export interface TraceNode {
  /** Its kind and its id, such as `problem:p-1`. */
  readonly id: string;
  readonly kind: TraceKind;
  readonly title: Text;
  readonly note: Text | null;
  /** Where it is read, under the API; null of what has no place of its own. */
  readonly href: string | null;
}

export interface TraceEdge {
  readonly from: string;
  readonly to: string;
}

export interface Trace {
  /** The node that was asked about. */
  readonly of: string;
  readonly nodes: readonly TraceNode[];
  readonly edges: readonly TraceEdge[];
}

/** A complaint with what is known of its themes, and the problems that it belongs to. */
export interface TracedComplaint {
  readonly complaintId: string;
  readonly at: string;
  readonly themes: readonly string[];
  readonly problems: readonly string[];
}

export interface TraceParts {
  readonly complaints: readonly TracedComplaint[];
  readonly problems: readonly ProblemAsOf[];
  readonly measures: readonly MeasureAsOf[];
  /** By which themes have names. */
  readonly themes: ThemesContent | undefined;
  /** The metric that was asked about, which nothing may aim at yet. */
  readonly metricId?: MetricId;
}

/** Complaint → theme → problem → causes → measures → standard and metric; every node once, kinds in their order. */
export function traceOf(of: string, parts: TraceParts): Trace {
  const nodes = [
    ...parts.complaints.map(complaintNode),
    ...themeIdsOf(parts).map((themeId) => themeNode(themeId, parts.themes)),
    ...parts.problems.map(problemNode),
    ...parts.problems.flatMap(causeNodes),
    ...parts.measures.map(measureNode),
    ...parts.measures.flatMap(standardNodes),
    ...metricIdsOf(parts).map(metricNode),
  ];
  const known = new Map(nodes.map((node) => [node.id, node]));
  const edges = [...parts.complaints.flatMap((one) => complaintEdges(one, parts)), ...workEdges(parts)];
  const unique = new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge]));
  return {
    of,
    nodes: [...known.values()],
    edges: [...unique.values()].filter(({ from, to }) => known.has(from) && known.has(to)),
  };
}

export const traceId = (kind: TraceKind, ...ids: readonly string[]): string => [kind, ...ids].join(':');

const same = (text: string): Text => ({ zh: text, en: text });

const complaintNode = ({ complaintId, at }: TracedComplaint): TraceNode => ({
  id: traceId('complaint', complaintId),
  kind: 'complaint',
  title: same(complaintId),
  note: same(at.slice(0, 10)),
  href: `/complaints/${complaintId}`,
});

const themeIdsOf = ({ complaints, problems }: TraceParts): readonly string[] => [
  ...new Set([...complaints.flatMap(({ themes }) => themes), ...problems.flatMap(({ scope }) => scope.themeId ?? [])]),
];

const themeNode = (themeId: string, themes: ThemesContent | undefined): TraceNode => ({
  id: traceId('theme', themeId),
  kind: 'theme',
  title: themes?.themes.find((theme) => theme.themeId === themeId)?.title ?? same(themeId),
  note: null,
  href: `/themes/texts?themeId=${encodeURIComponent(themeId)}`,
});

const problemNode = ({ problemId, title, status, priority }: ProblemAsOf): TraceNode => ({
  id: traceId('problem', problemId),
  kind: 'problem',
  title,
  note: statusOf(status, priority),
  href: `/problems/${problemId}`,
});

const causeNodes = ({ problemId, whys }: ProblemAsOf): readonly TraceNode[] =>
  whys.map(({ whyId, answer, category, root }) => ({
    id: traceId('cause', problemId, whyId),
    kind: 'cause',
    title: same(answer),
    note: CAUSE_NAMES[root ? 'root' : 'step'][category],
    href: `/problems/${problemId}`,
  }));

const measureNode = (measure: MeasureAsOf): TraceNode => ({
  id: traceId('measure', measure.measureId),
  kind: 'measure',
  title: same(measure.content),
  note: effectOf(measure),
  href: `/measures/${measure.measureId}`,
});

const standardNodes = ({ standards }: MeasureAsOf): readonly TraceNode[] =>
  standards.map(({ policyId, version }) => ({
    id: traceId('standard', policyId, `${version}`),
    kind: 'standard',
    title: same(policyId),
    note: { zh: `第 ${version} 版`, en: `version ${version}` },
    href: `/policies/${policyId}/versions`,
  }));

const metricIdsOf = ({ measures, metricId }: TraceParts): readonly MetricId[] => [
  ...new Set([...measures.map(({ verification }) => verification.metricId), ...(metricId ? [metricId] : [])]),
];

const metricNode = (metricId: MetricId): TraceNode => ({
  id: traceId('metric', metricId),
  kind: 'metric',
  title: METRICS[metricId].title,
  note: null,
  href: `/customer-metrics/${metricId}`,
});

/** Through the theme where the problem is one of that theme, else straight to it. */
function complaintEdges({ complaintId, themes, problems }: TracedComplaint, parts: TraceParts): readonly TraceEdge[] {
  const from = traceId('complaint', complaintId);
  const own = parts.problems.filter(({ problemId }) => problems.includes(problemId));
  const straight = own.filter(({ scope }) => scope.themeId === undefined || !themes.includes(scope.themeId));
  return [
    ...themes.map((themeId) => ({ from, to: traceId('theme', themeId) })),
    ...straight.map(({ problemId }) => ({ from, to: traceId('problem', problemId) })),
  ];
}

const workEdges = ({ problems, measures }: TraceParts): readonly TraceEdge[] => [
  ...problems.flatMap(({ problemId, scope, whys }) => [
    ...(scope.themeId === undefined
      ? []
      : [{ from: traceId('theme', scope.themeId), to: traceId('problem', problemId) }]),
    ...whys.map(({ whyId, because }) => ({
      from: because === undefined ? traceId('problem', problemId) : traceId('cause', problemId, because),
      to: traceId('cause', problemId, whyId),
    })),
  ]),
  ...measures.flatMap((measure) => measureEdges(measure, problems)),
];

function measureEdges(measure: MeasureAsOf, problems: readonly ProblemAsOf[]): readonly TraceEdge[] {
  const { problemId, measureId, causes, standards, verification } = measure;
  const node = traceId('measure', measureId);
  const whys = problems.find((problem) => problem.problemId === problemId)?.whys ?? [];
  const standing = causes.filter((cause) => whys.some(({ whyId }) => whyId === cause));
  const reasons =
    standing.length > 0 ? standing.map((cause) => traceId('cause', problemId, cause)) : [traceId('problem', problemId)];
  return [
    ...reasons.map((from) => ({ from, to: node })),
    ...standards.map(({ policyId, version }) => ({ from: node, to: traceId('standard', policyId, `${version}`) })),
    { from: node, to: traceId('metric', verification.metricId) },
  ];
}
