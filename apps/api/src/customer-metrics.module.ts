import { Global, Module } from '@nestjs/common';
import { HttpSettings, PositionWaiter } from '@tenure/http';
import { MetricReader } from '@tenure/metric-contract';
import { ProjectedMetrics } from '@tenure/metric-service';
import { ThemedTexts } from '@tenure/theme-contract';
import { DataSource } from 'typeorm';

/** Measures for whoever goes by metrics; needs the global DataSource and ThemedTexts. */
@Global()
@Module({
  providers: [
    {
      provide: MetricReader,
      useFactory: (
        dataSource: DataSource,
        themes: ThemedTexts,
        waiter: PositionWaiter,
        { waitForLimitMs }: HttpSettings,
      ) => new ProjectedMetrics({ dataSource, themes, waiter, waitLimitMs: waitForLimitMs }),
      inject: [DataSource, ThemedTexts, PositionWaiter, HttpSettings],
    },
  ],
  exports: [MetricReader],
})
export class CustomerMetricsModule {}
