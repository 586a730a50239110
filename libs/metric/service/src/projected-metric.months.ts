import { Inject, Injectable } from '@nestjs/common';
import { MetricMonths, type ObservedMonth } from '@tenure/metric-contract';
import { DataSource } from 'typeorm';

@Injectable()
export class ProjectedMetricMonths extends MetricMonths {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  observed(timeZone: string): Promise<readonly ObservedMonth[]> {
    return this.dataSource.query(OBSERVED, [timeZone]);
  }
}

const OBSERVED = `SELECT to_char(at AT TIME ZONE $1, 'YYYY-MM') AS month,
    count(*) FILTER (WHERE buyer IS NULL)::integer AS answers, count(DISTINCT buyer)::integer AS buyers
  FROM (
    SELECT answered_at AS at, NULL AS buyer FROM metric_answer WHERE answered_at IS NOT NULL
    UNION ALL
    SELECT to_timestamp((purchase ->> 'at')::double precision / 1000), customer_id
    FROM metric_customer, jsonb_array_elements(purchases) AS purchase
  ) happened GROUP BY 1 ORDER BY 1`;
