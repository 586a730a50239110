import { failAt } from '@tenure/http';
import { WEEK } from '@tenure/service-record-contract';

/** An ISO 8601 week in the path of a read. */
export class WeekPipe {
  transform(value: string): string {
    if (WEEK.test(value)) return value;
    throw failAt('invalid-parameter', 'week', 'week must be an ISO 8601 week such as 2026-W47');
  }
}
