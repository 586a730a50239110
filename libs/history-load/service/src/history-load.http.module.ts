import { Module } from '@nestjs/common';
import { HistoryLoadController } from './history-load.controller';
import { HistoryLoadModule } from './history-load.module';

/** What the domain offers over HTTP; needs HttpModule and CommandsModule. */
@Module({ imports: [HistoryLoadModule], controllers: [HistoryLoadController] })
export class HistoryLoadHttpModule {}
