import { Global, Module } from '@nestjs/common';
import { ComplaintCounts } from '@tenure/complaint-contract';
import { ProjectedComplaintCounts } from '@tenure/complaint-service';
import { CustomerNames } from '@tenure/customer-contract';
import { ProjectedCustomerNames } from '@tenure/customer-service';
import { DimensionScores } from '@tenure/feedback-contract';
import { ProjectedDimensionScores } from '@tenure/feedback-service';
import { ImprovementHttpModule } from '@tenure/improvement-service';
import { MetricMonths } from '@tenure/metric-contract';
import { ProjectedMetricMonths } from '@tenure/metric-service';
import { ServedRecords } from '@tenure/service-record-contract';
import { ProjectedServedRecords } from '@tenure/service-record-service';
import { StandardTables } from '@tenure/service-standard-contract';
import { PublishedStandardTables } from '@tenure/service-standard-service';

/** Tells reports what each domain knew at a moment; needs the global DataSource and PolicyBook. */
@Global()
@Module({
  imports: [ImprovementHttpModule],
  providers: [
    { provide: ComplaintCounts, useClass: ProjectedComplaintCounts },
    { provide: CustomerNames, useClass: ProjectedCustomerNames },
    { provide: DimensionScores, useClass: ProjectedDimensionScores },
    { provide: MetricMonths, useClass: ProjectedMetricMonths },
    { provide: ServedRecords, useClass: ProjectedServedRecords },
    { provide: StandardTables, useClass: PublishedStandardTables },
  ],
  exports: [
    ImprovementHttpModule,
    ComplaintCounts,
    CustomerNames,
    DimensionScores,
    MetricMonths,
    ServedRecords,
    StandardTables,
  ],
})
export class ReportSourcesModule {}
