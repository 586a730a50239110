import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { IntersectionType } from '@nestjs/swagger';
import { dayAt } from '@tenure/calendar';
import { cutPage, decodeCursor, PageQuery, TableFileQuery, type Page } from '@tenure/http';
import type { MeasureAsOf } from '@tenure/improvement-contract';
import { measureAt } from '@tenure/improvement-core';
import { readPage } from '@tenure/postgres';
import { DataSource } from 'typeorm';
import { ImprovementZone } from './improvement.zone';
import { measureView, type MeasureView } from './measure-details.view';
import { MeasureRegisterEntry } from './measure-register.entity';
import { measureListView, type MeasureListView } from './measure.view';
import { MeasureFilter, selectMeasures } from './measures.select';

export class MeasureListQuery extends IntersectionType(PageQuery, MeasureFilter) {}
export class MeasureTableQuery extends IntersectionType(TableFileQuery, MeasureFilter) {}

/** Measures as they are at a moment (ISO 8601), the newest plan first. */
export class ListMeasures extends Query<Page<MeasureListView>> {
  constructor(
    readonly filter: MeasureListQuery,
    readonly now: string,
  ) {
    super();
  }
}

@QueryHandler(ListMeasures)
export class ListMeasuresHandler implements IQueryHandler<ListMeasures> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(ImprovementZone) private readonly zone: ImprovementZone,
  ) {}

  async execute({ filter, now }: ListMeasures): Promise<Page<MeasureListView>> {
    const { limit, cursor } = filter;
    const timeZone = await this.zone.at(now);
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: MeasureRegisterEntry, by: 'plannedAt', key: 'measureId', direction: 'DESC' } as const;
    const rows = selectMeasures(this.dataSource, filter, dayAt(Date.parse(now), timeZone));
    const found = await readPage(rows, order, { after, limit });
    const { items, ...page } = cutPage(found, limit, { item: (row) => row, key: ({ measureId }) => [measureId] });
    return { items: items.flatMap((row) => standing(row, now, timeZone)).map(measureListView), ...page };
  }
}

/** All measures of a filter, the earliest plan first. */
export class ExportMeasures extends Query<readonly MeasureAsOf[]> {
  constructor(
    readonly filter: MeasureFilter,
    readonly now: string,
  ) {
    super();
  }
}

@QueryHandler(ExportMeasures)
export class ExportMeasuresHandler implements IQueryHandler<ExportMeasures> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(ImprovementZone) private readonly zone: ImprovementZone,
  ) {}

  async execute({ filter, now }: ExportMeasures): Promise<readonly MeasureAsOf[]> {
    const timeZone = await this.zone.at(now);
    const rows = selectMeasures(this.dataSource, filter, dayAt(Date.parse(now), timeZone));
    const found = await rows.orderBy('row.plannedAt', 'ASC').addOrderBy('row.measureId', 'ASC').getMany();
    return found.flatMap((row) => standing(row, now, timeZone));
  }
}

/** What was known of a measure at a moment (ISO 8601); undefined where it was not planned by then. */
export class GetMeasure extends Query<MeasureView | undefined> {
  constructor(
    readonly measureId: string,
    readonly asOf: string,
  ) {
    super();
  }
}

@QueryHandler(GetMeasure)
export class GetMeasureHandler implements IQueryHandler<GetMeasure> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(ImprovementZone) private readonly zone: ImprovementZone,
  ) {}

  async execute({ measureId, asOf }: GetMeasure): Promise<MeasureView | undefined> {
    const row = await this.dataSource.manager.findOneBy(MeasureRegisterEntry, { measureId });
    const measure = row && measureAt(row.history, asOf, await this.zone.at(asOf));
    return measure ? measureView(measure, row.history, asOf) : undefined;
  }
}

/** A measure whose plan is said to lie ahead of the clock isn't known yet. */
function standing({ history }: MeasureRegisterEntry, now: string, timeZone: string): readonly MeasureAsOf[] {
  const measure = measureAt(history, now, timeZone);
  return measure ? [measure] : [];
}
