import { Inject, Injectable } from '@nestjs/common';
import { ServedRecords, type ServedQuestion, type ServedRecord } from '@tenure/service-record-contract';
import { DataSource } from 'typeorm';
import { ServiceRegisterEntry } from './service-register.entity';

@Injectable()
export class ProjectedServedRecords extends ServedRecords {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async between({ from, until, asOf, most }: ServedQuestion) {
    const [rows, total] = await this.dataSource
      .getRepository(ServiceRegisterEntry)
      .createQueryBuilder('row')
      .where('row.servedAt >= :from AND row.servedAt < :until', { from, until })
      .orderBy('row.servedAt')
      .addOrderBy('row.recordId')
      .take(most)
      .getManyAndCount();
    return { total, records: rows.map((row) => asKnownAt(row, asOf)) };
  }

  months(timeZone: string): Promise<{ month: string; records: number }[]> {
    return this.dataSource.query(
      `SELECT to_char(served_at AT TIME ZONE $1, 'YYYY-MM') AS month, count(*)::integer AS records
       FROM service_register GROUP BY 1 ORDER BY 1`,
      [timeZone],
    );
  }
}

function asKnownAt(row: ServiceRegisterEntry, asOf: string): ServedRecord {
  const { recordId, customerId, contact, servedAt, serviceType, problem, result, servedBy, remark, ratedAt } = row;
  const isRated = ratedAt !== null && Date.parse(ratedAt) <= Date.parse(asOf);
  const satisfaction = isRated ? row.satisfaction : null;
  return { recordId, customerId, contact, servedAt, serviceType, problem, result, servedBy, satisfaction, remark };
}
