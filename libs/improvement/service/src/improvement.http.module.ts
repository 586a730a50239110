import { Module } from '@nestjs/common';
import { ImprovementModule } from './improvement.module';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, a PolicyBook and a global DataSource. */
@Module({ imports: [ImprovementModule], controllers: [], providers: [] })
export class ImprovementHttpModule {}
