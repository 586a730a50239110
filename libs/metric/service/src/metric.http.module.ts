import { Module } from '@nestjs/common';
import { MetricController } from './metric.controller';
import { MetricReading } from './metric.reading';

/** What the domain offers over HTTP; needs HttpModule and a global MetricReader and PolicyBook. */
@Module({ controllers: [MetricController], providers: [MetricReading] })
export class MetricHttpModule {}
