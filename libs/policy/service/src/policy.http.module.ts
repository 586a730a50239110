import { Module } from '@nestjs/common';
import { CalendarBook } from './calendar.book';
import { CalendarQueriesController } from './calendar.queries.controller';
import { GetPolicyHandler } from './get-policy.query';
import { ListPoliciesHandler } from './list-policies.query';
import { ListPolicyVersionsHandler } from './list-policy-versions.query';
import { PolicyComparing } from './policy.comparing';
import { PolicyController } from './policy.controller';
import { PolicyModule } from './policy.module';
import { PolicyQueriesController } from './policy.queries.controller';

/**
 * What the domain offers over HTTP; needs HttpModule, CommandsModule, a global DataSource with its entities, and
 * PolicyComparators from a global module.
 */
@Module({
  imports: [PolicyModule],
  controllers: [PolicyController, PolicyQueriesController, CalendarQueriesController],
  providers: [GetPolicyHandler, ListPoliciesHandler, ListPolicyVersionsHandler, PolicyComparing, CalendarBook],
})
export class PolicyHttpModule {}
