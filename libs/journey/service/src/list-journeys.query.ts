import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { JourneyListEntry } from './journey-list.entity';
import { journeyViewOf, type JourneyView } from './journey.view';

/** All journeys, by their ids. */
export class ListJourneys extends Query<readonly JourneyView[]> {}

@QueryHandler(ListJourneys)
export class ListJourneysHandler implements IQueryHandler<ListJourneys> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute(): Promise<readonly JourneyView[]> {
    const rows = await this.dataSource.getRepository(JourneyListEntry).find({ order: { journeyId: 'ASC' } });
    return rows.map(journeyViewOf);
  }
}
