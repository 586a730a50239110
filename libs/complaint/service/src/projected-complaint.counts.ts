import { Inject, Injectable } from '@nestjs/common';
import { ComplaintCounts, type ComplaintCount } from '@tenure/complaint-contract';
import { DataSource } from 'typeorm';

/** From the queue of complaints, which keeps those that are closed; what it counts by is said at the opening, once and for all. */
@Injectable()
export class ProjectedComplaintCounts extends ComplaintCounts {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  opened(from: string, until: string): Promise<ComplaintCount[]> {
    return this.dataSource.query(
      `SELECT case_type AS "caseType", channel, product, count(*)::integer AS cases
       FROM complaint_queue WHERE opened_at >= $1 AND opened_at < $2 GROUP BY 1, 2, 3`,
      [from, until],
    );
  }

  months(timeZone: string): Promise<{ month: string; cases: number }[]> {
    return this.dataSource.query(
      `SELECT to_char(opened_at AT TIME ZONE $1, 'YYYY-MM') AS month, count(*)::integer AS cases
       FROM complaint_queue GROUP BY 1 ORDER BY 1`,
      [timeZone],
    );
  }
}
