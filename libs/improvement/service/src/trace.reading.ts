import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@tenure/http';
import { ProblemCases, type MeasureAsOf, type ProblemAsOf } from '@tenure/improvement-contract';
import { measureAt, problemAt } from '@tenure/improvement-core';
import type { MetricId } from '@tenure/metric-contract';
import { DEFAULT_POLICY_IDS, PolicyBook, type ThemesContent } from '@tenure/policy-contract';
import { DataSource, In, type FindOptionsWhere } from 'typeorm';
import { ImprovementZone } from './improvement.zone';
import { MeasureRegisterEntry } from './measure-register.entity';
import { ProblemRegisterEntry } from './problem-register.entity';
import { traceId, traceOf, type Trace, type TracedComplaint } from './trace.graph';

/** A picture of more says less. */
const MOST_COMPLAINTS = 20;
const MOST_MEASURES = 50;

/** Follows ids from one domain to the next, each hop a look-up by an index. Undefined where there is nothing under an id. */
@Injectable()
export class TraceReading {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(ProblemCases) private readonly cases: ProblemCases,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(ImprovementZone) private readonly zone: ImprovementZone,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async ofComplaint(complaintId: string): Promise<Trace | undefined> {
    const complaint = await this.cases.ofComplaint(complaintId);
    if (!complaint) return undefined;
    const now = this.clock.now();
    const problems = await this.#problems(complaint.problems, now);
    const measures = await this.#measures({ problemId: In([...complaint.problems]) }, now);
    const themes = await this.#themes(now);
    return traceOf(traceId('complaint', complaintId), { complaints: [complaint], problems, measures, themes });
  }

  async ofProblem(problemId: string): Promise<Trace | undefined> {
    const now = this.clock.now();
    const problems = await this.#problems([problemId], now);
    if (problems.length === 0) return undefined;
    const measures = await this.#measures({ problemId }, now);
    return this.#around(traceId('problem', problemId), { problems, measures }, now);
  }

  async ofMeasure(measureId: string): Promise<Trace | undefined> {
    const now = this.clock.now();
    const measures = await this.#measures({ measureId }, now);
    if (measures.length === 0) return undefined;
    const problems = await this.#problems(problemIdsOf(measures), now);
    return this.#around(traceId('measure', measureId), { problems, measures }, now);
  }

  /** Backwards, from what the newest measures were to change. */
  async ofMetric(metricId: MetricId): Promise<Trace> {
    const now = this.clock.now();
    const measures = await this.#measures({ metricId }, now);
    const problems = await this.#problems(problemIdsOf(measures), now);
    return this.#around(traceId('metric', metricId), { problems, measures, metricId }, now);
  }

  async #around(
    of: string,
    parts: {
      readonly problems: readonly ProblemAsOf[];
      readonly measures: readonly MeasureAsOf[];
      metricId?: MetricId;
    },
    now: string,
  ): Promise<Trace> {
    return traceOf(of, {
      ...parts,
      complaints: await this.#complaintsOf(parts.problems, now),
      themes: await this.#themes(now),
    });
  }

  /** Some of each, the oldest: what the problem began with. */
  async #complaintsOf(problems: readonly ProblemAsOf[], now: string): Promise<readonly TracedComplaint[]> {
    const [first] = problems.map(({ since }) => since).sort((one, other) => Date.parse(one) - Date.parse(other));
    if (first === undefined) return [];
    const most = Math.max(1, Math.floor(MOST_COMPLAINTS / problems.length));
    const cases = await this.cases.ofProblems(problems, { from: first, until: now, most });
    const themeOf = new Map(problems.map(({ problemId, scope }) => [problemId, scope.themeId]));
    const complaints = new Map<string, { complaintId: string; at: string; themes: string[]; problems: string[] }>();
    for (const { complaintId, problemId, at } of cases) {
      const known = complaints.get(complaintId) ?? { complaintId, at, themes: [], problems: [] };
      const themeId = themeOf.get(problemId);
      if (themeId !== undefined && !known.themes.includes(themeId)) known.themes.push(themeId);
      known.problems.push(problemId);
      complaints.set(complaintId, known);
    }
    return [...complaints.values()];
  }

  async #problems(problemIds: readonly string[], now: string): Promise<readonly ProblemAsOf[]> {
    if (problemIds.length === 0) return [];
    const rows = await this.dataSource.manager.find(ProblemRegisterEntry, {
      where: { problemId: In([...problemIds]) },
      order: { openedAt: 'ASC', problemId: 'ASC' },
    });
    return rows.flatMap(({ history }) => problemAt(history, now) ?? []);
  }

  async #measures(where: FindOptionsWhere<MeasureRegisterEntry>, now: string): Promise<readonly MeasureAsOf[]> {
    const rows = await this.dataSource.manager.find(MeasureRegisterEntry, {
      where,
      order: { plannedAt: 'DESC', measureId: 'ASC' },
      take: MOST_MEASURES,
    });
    const timeZone = await this.zone.at(now);
    return rows.flatMap(({ history }) => measureAt(history, now, timeZone) ?? []);
  }

  async #themes(now: string): Promise<ThemesContent | undefined> {
    return (await this.policies.inForce('themes', DEFAULT_POLICY_IDS.themes, now))?.content;
  }
}

const problemIdsOf = (measures: readonly MeasureAsOf[]): readonly string[] => [
  ...new Set(measures.map(({ problemId }) => problemId)),
];
