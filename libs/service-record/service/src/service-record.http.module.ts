import { Module } from '@nestjs/common';
import { ExportServiceRecordsHandler } from './export-service-records.query';
import { GetRecordReviewHandler } from './get-record-review.query';
import { ListServiceRecordsHandler } from './list-service-records.query';
import { RecordReviewController } from './record-review.controller';
import { SampleDrawing } from './sample.drawing';
import { ServiceRecordController } from './service-record.controller';
import { ServiceRecordModule } from './service-record.module';
import { ServiceRecordQueriesController } from './service-record.queries.controller';
import { WeekRecords } from './week.records';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, a PolicyBook and a global DataSource. */
@Module({
  imports: [ServiceRecordModule],
  controllers: [ServiceRecordController, ServiceRecordQueriesController, RecordReviewController],
  providers: [
    ListServiceRecordsHandler,
    ExportServiceRecordsHandler,
    GetRecordReviewHandler,
    SampleDrawing,
    WeekRecords,
  ],
})
export class ServiceRecordHttpModule {}
