import { Module } from '@nestjs/common';
import { ImprovementZone } from './improvement.zone';
import { TraceController } from './trace.controller';
import { TraceReading } from './trace.reading';

/** Traces over HTTP; needs HttpModule, a PolicyBook, ProblemCases and a global DataSource. */
@Module({ controllers: [TraceController], providers: [ImprovementZone, TraceReading] })
export class TraceHttpModule {}
