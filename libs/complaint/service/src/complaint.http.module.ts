import { Module } from '@nestjs/common';
import { ComplaintController } from './complaint.controller';
import { ComplaintModule } from './complaint.module';
import { ComplaintQueriesController } from './complaint.queries.controller';
import { GetComplaintHandler } from './get-complaint.query';
import { ListComplaintsHandler } from './list-complaints.query';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule and a global DataSource with its entities. */
@Module({
  imports: [ComplaintModule],
  controllers: [ComplaintController, ComplaintQueriesController],
  providers: [GetComplaintHandler, ListComplaintsHandler],
})
export class ComplaintHttpModule {}
