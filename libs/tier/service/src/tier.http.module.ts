import { Module } from '@nestjs/common';
import { GetCustomerTierHandler } from './get-customer-tier.query';
import { GetTierDistributionHandler } from './get-tier-distribution.query';
import { TierController } from './tier.controller';
import { TierModule } from './tier.module';
import { TierQueriesController } from './tier.queries.controller';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule and a global DataSource with its entities. */
@Module({
  imports: [TierModule],
  controllers: [TierController, TierQueriesController],
  providers: [GetCustomerTierHandler, GetTierDistributionHandler],
})
export class TierHttpModule {}
