import { Module } from '@nestjs/common';
import { CustomerController } from './customer.controller';
import { CustomerEventsReader } from './customer.events.reader';
import { CustomerModule } from './customer.module';
import { CustomerQueriesController } from './customer.queries.controller';
import { GetCustomerHandler } from './get-customer.query';
import { GetCustomerAsOfHandler } from './get-customer-as-of.query';
import { GetCustomerHistoryHandler } from './get-customer-history.query';
import { GetCustomerTimelineHandler } from './get-customer-timeline.query';
import { ListCustomersHandler } from './list-customers.query';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule and a global DataSource with its entities. */
@Module({
  imports: [CustomerModule],
  controllers: [CustomerController, CustomerQueriesController],
  providers: [
    CustomerEventsReader,
    GetCustomerHandler,
    GetCustomerAsOfHandler,
    GetCustomerHistoryHandler,
    GetCustomerTimelineHandler,
    ListCustomersHandler,
  ],
})
export class CustomerHttpModule {}
