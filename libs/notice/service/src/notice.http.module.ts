import { Module } from '@nestjs/common';
import { ListNoticesHandler } from './list-notices.query';
import { NoticeController } from './notice.controller';
import { NoticeModule } from './notice.module';
import { NoticeQueriesController } from './notice.queries.controller';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, a global DataSource and PolicyBook. */
@Module({
  imports: [NoticeModule],
  controllers: [NoticeController, NoticeQueriesController],
  providers: [ListNoticesHandler],
})
export class NoticeHttpModule {}
