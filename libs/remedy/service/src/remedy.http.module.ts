import { Module } from '@nestjs/common';
import { GetDiscretionHandler } from './get-discretion.query';
import { ListRemediesHandler } from './list-remedies.query';
import { RemedyController } from './remedy.controller';
import { RemedyModule } from './remedy.module';
import { RemedyQueriesController } from './remedy.queries.controller';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, a PolicyBook and a global DataSource. */
@Module({
  imports: [RemedyModule],
  controllers: [RemedyController, RemedyQueriesController],
  providers: [GetDiscretionHandler, ListRemediesHandler],
})
export class RemedyHttpModule {}
