import { Module } from '@nestjs/common';
import { ContactPlanController } from './contact-plan.controller';
import { ContactPlanModule } from './contact-plan.module';
import { ContactPlanQueriesController } from './contact-plan.queries.controller';
import { ListPlannedContactsHandler } from './list-planned-contacts.query';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, a PolicyBook and a global DataSource. */
@Module({
  imports: [ContactPlanModule],
  controllers: [ContactPlanController, ContactPlanQueriesController],
  providers: [ListPlannedContactsHandler],
})
export class ContactPlanHttpModule {}
