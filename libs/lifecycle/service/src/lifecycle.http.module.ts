import { Module } from '@nestjs/common';
import { GetCohortsHandler } from './cohorts.query';
import { GetCustomerLifecycleHandler } from './get-customer-lifecycle.query';
import { LifecycleQueriesController } from './lifecycle.queries.controller';
import { LifecycleTablesController } from './lifecycle.tables.controller';
import { ListStagedCustomersHandler } from './list-staged-customers.query';
import { NextReviews } from './next.reviews';
import { GetRetentionHandler } from './retention.query';
import { GetStageBoardHandler } from './stage-board.query';
import { GetStageFlowsHandler } from './stage-flows.query';

/** What the domain offers over HTTP; needs HttpModule and a global DataSource with its entities. */
@Module({
  controllers: [LifecycleQueriesController, LifecycleTablesController],
  providers: [
    GetCohortsHandler,
    GetCustomerLifecycleHandler,
    GetRetentionHandler,
    GetStageBoardHandler,
    GetStageFlowsHandler,
    ListStagedCustomersHandler,
    NextReviews,
  ],
})
export class LifecycleHttpModule {}
