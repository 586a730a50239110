import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { PRIORITIES, type Priority } from '@tenure/improvement-contract';
import { problemAt } from '@tenure/improvement-core';
import { readPage, whereEqual } from '@tenure/postgres';
import { IsId, MayBeAbsent } from '@tenure/shared-contract';
import { IsIn, Length, Matches } from 'class-validator';
import { DataSource } from 'typeorm';
import { MeasureRegisterEntry } from './measure-register.entity';
import { ProblemRegisterEntry } from './problem-register.entity';
import { PROBLEM_STATUSES, problemListView, problemView, type ProblemListView, type ProblemView } from './problem.view';

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
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ problemId, asOf }: GetProblem): Promise<ProblemView | undefined> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(ProblemRegisterEntry, { problemId });
    const problem = row && problemAt(row.history, asOf);
    if (!problem) return undefined;
    const against = await manager.find(MeasureRegisterEntry, {
      select: { measureId: true, plannedAt: true },
      where: { problemId },
      order: { plannedAt: 'ASC', measureId: 'ASC' },
    });
    const planned = against.filter(({ plannedAt }) => Date.parse(plannedAt) <= Date.parse(asOf));
    return problemView(
      problem,
      asOf,
      planned.map(({ measureId }) => measureId),
    );
  }
}
