import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe, pageOf, PageQuery, QueryPipe, ReadOperation, type Page } from '@tenure/http';
import { ContactPlanQuery, ListPlannedContacts } from './list-planned-contacts.query';
import { PlannedContactView } from './planned-contact.view';

@ApiTags('contact plan')
@Controller()
export class ContactPlanQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('contact-plan')
  @ReadOperation({
    id: 'listPlannedContacts',
    summary: 'Planned contacts, those that are due first at the front; with status open, what is to be done',
    answer: pageOf(PlannedContactView),
    projections: ['contact-schedule'],
  })
  list(@Query(QueryPipe) filter: ContactPlanQuery): Promise<Page<PlannedContactView>> {
    return this.queries.execute(new ListPlannedContacts(filter));
  }

  @Get('customers/:customerId/contact-plan')
  @ReadOperation({
    id: 'listPlannedContactsOfCustomer',
    summary: 'What is planned with a customer, and what of it was done, missed or dropped',
    answer: pageOf(PlannedContactView),
    path: ['customerId'],
    projections: ['contact-schedule'],
  })
  ofCustomer(
    @Param('customerId', IdPipe) customerId: string,
    @Query(QueryPipe) page: PageQuery,
  ): Promise<Page<PlannedContactView>> {
    return this.queries.execute(new ListPlannedContacts({ ...page, customerId }));
  }
}
