import { Module } from '@nestjs/common';
import { ChurnController } from './churn.controller';
import { ChurnEvaluating } from './churn.evaluating';
import { ChurnFitting } from './churn.fitting';
import { ChurnHistory } from './churn.history';
import { ChurnModule } from './churn.module';
import { ChurnPolicies } from './churn.policies';
import { ChurnQueriesController } from './churn.queries.controller';
import { GetCustomerRiskHandler } from './get-customer-risk.query';
import { ListCustomersAtRiskHandler } from './list-customers-at-risk.query';

/**
 * What the domain offers over HTTP; needs HttpModule, CommandsModule, a PolicyBook, an EventHistory, a CustomerFactsReader
 * and a global DataSource.
 */
@Module({
  imports: [ChurnModule],
  controllers: [ChurnController, ChurnQueriesController],
  providers: [
    ChurnPolicies,
    ChurnHistory,
    ChurnFitting,
    ChurnEvaluating,
    GetCustomerRiskHandler,
    ListCustomersAtRiskHandler,
  ],
})
export class ChurnHttpModule {}
