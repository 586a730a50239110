import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { PRIORITIES, ProblemImpactReader, type Priority, type ProblemImpact } from '@tenure/improvement-contract';
import { impactOf, problemAt } from '@tenure/improvement-core';
import { instant, isAfter } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { readPage, whereEqual } from '@tenure/postgres';
import { IsId, MayBeAbsent } from '@tenure/shared-contract';
import { IsIn, Length, Matches } from 'class-validator';
import { DataSource } from 'typeorm';
import { MeasureRegisterEntry } from './measure-register.entity';
import { ProblemRegisterEntry } from './problem-register.entity';
import { PROBLEM_STATUSES, problemListView, problemView, type ProblemListView, type ProblemView } from './problem.view';

const DAY_MS = 86_400_000;
const PLAIN = /^[^\0]*$/;

export class ProblemListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PROBLEM_STATUSES })
  @MayBeAbsent()
  @IsIn(PROBLEM_STATUSES)
  readonly status?: (typeof PROBLEM_STATUSES)[number];

  @ApiPropertyOptional({ enum: PRIORITIES })
  @MayBeAbsent()
  @IsIn(PRIORITIES)
  readonly priority?: Priority;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly themeId?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @Length(1, 500)
  @Matches(PLAIN, { message: '$property must not contain U+0000' })
  readonly product?: string;

  @ApiPropertyOptional({ description: 'A person, or `tenure` itself.' })
  @MayBeAbsent()
  @IsId()
  readonly openedBy?: string;
}

/** Problems, the newest first. */
export class ListProblems extends Query<Page<ProblemListView>> {
  constructor(readonly filter: ProblemListQuery) {
    super();
  }
}

@QueryHandler(ListProblems)
export class ListProblemsHandler implements IQueryHandler<ListProblems> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: ListProblems): Promise<Page<ProblemListView>> {
    const { limit, cursor, status, priority, themeId, product, openedBy } = filter;
    const rows = this.dataSource.getRepository(ProblemRegisterEntry).createQueryBuilder('row');
    whereEqual(rows, { status, priority, themeId, product, openedBy });
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: ProblemRegisterEntry, by: 'openedAt', key: 'problemId', direction: 'DESC' } as const;
    const found = await readPage(rows, order, { after, limit });
    return cutPage(found, limit, { item: problemListView, key: ({ problemId }) => [problemId] });
  }
}

/** What was known of a problem at a moment (ISO 8601); undefined where it was not opened by then. */
export class GetProblem extends Query<ProblemView | undefined> {
  constructor(
    readonly problemId: string,
    readonly asOf: string,
  ) {
    super();
  }
}

@QueryHandler(GetProblem)
export class GetProblemHandler implements IQueryHandler<GetProblem> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(ProblemImpactReader) private readonly impacts: ProblemImpactReader,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
  ) {}

  async execute({ problemId, asOf }: GetProblem): Promise<ProblemView | undefined> {
    const row = await this.dataSource.manager.findOneBy(ProblemRegisterEntry, { problemId });
    const problem = row && problemAt(row.history, asOf);
    if (!problem) return undefined;
    const [impactAsOf, measures] = await Promise.all([
      this.#impact(problemId, asOf),
      this.#measuresAgainst(problemId, asOf),
    ]);
    return problemView(problem, { asOf, impactAsOf, measures });
  }

  async #impact(problemId: string, asOf: string): Promise<ProblemImpact | null> {
    const policy = await this.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, asOf);
    if (!policy) return null;
    const { priority } = policy.content;
    const untilMs = Date.parse(asOf);
    const [from, until] = [instant(untilMs - priority.windowDays * DAY_MS), instant(untilMs + 1)];
    return impactOf(await this.impacts.impact({ problemId, from, until }), priority);
  }

  async #measuresAgainst(problemId: string, asOf: string): Promise<readonly string[]> {
    const against = await this.dataSource.manager.find(MeasureRegisterEntry, {
      select: { measureId: true, plannedAt: true },
      where: { problemId },
      order: { plannedAt: 'ASC', measureId: 'ASC' },
    });
    return against.filter(({ plannedAt }) => !isAfter(plannedAt, asOf)).map(({ measureId }) => measureId);
  }
}
