import { ApiProperty } from '@nestjs/swagger';
import type { ReportModel } from '@tenure/report-core';

export class ReportMonthView {
  @ApiProperty({ example: '2013-07' })
  readonly month!: string;

  @ApiProperty({ type: 'integer', description: 'Cases that were opened in it.' })
  readonly cases!: number;

  @ApiProperty({ type: 'integer', description: 'Service records of it.' })
  readonly serviceRecords!: number;

  @ApiProperty({ type: 'integer', description: 'Surveys that were answered in it.' })
  readonly answers!: number;

  @ApiProperty({ type: 'integer', description: 'Customers who bought in it.' })
  readonly buyers!: number;
}

const record = { type: 'object', additionalProperties: true } as const;
const list = { type: 'array', items: record } as const;

/** A month of service as it was known when it ended: ids, numbers, and what people wrote. */
export class MonthReportView implements ReportModel {
  @ApiProperty({ example: '2013-07' })
  readonly month!: string;

  @ApiProperty({ example: 'Asia/Shanghai', description: 'By whose clocks it begins and ends.' })
  readonly timeZone!: string;

  @ApiProperty({ format: 'date-time' })
  readonly from!: string;

  @ApiProperty({ format: 'date-time', description: 'Not included.' })
  readonly until!: string;

  @ApiProperty({ ...record, description: 'The rules of improvement that it goes by.' })
  readonly policy!: ReportModel['policy'];

  @ApiProperty({ example: 95, description: 'Of what is told from chance.' })
  readonly confidencePercent!: number;

  @ApiProperty({ ...record, description: 'Cases that were opened, by type, channel, product and theme.' })
  readonly volumes!: ReportModel['volumes'];

  @ApiProperty({ ...list, description: 'The months up to this one, the oldest first.' })
  readonly trend!: ReportModel['trend'];

  @ApiProperty({ ...list, description: 'Every metric of the catalogue, against the month before.' })
  readonly metrics!: ReportModel['metrics'];

  @ApiProperty(list)
  readonly byTier!: ReportModel['byTier'];

  @ApiProperty({ ...list, description: 'Dimensions of satisfaction.' })
  readonly dimensions!: ReportModel['dimensions'];

  @ApiProperty({ ...list, description: 'Open, or done with in the month; by priority, then by age.' })
  readonly problems!: ReportModel['problems'];

  @ApiProperty({ ...list, description: 'Not done with before the month.' })
  readonly measures!: ReportModel['measures'];

  @ApiProperty(list)
  readonly goals!: ReportModel['goals'];

  @ApiProperty({ ...record, description: 'What got worse.' })
  readonly worse!: ReportModel['worse'];

  @ApiProperty({ ...record, description: 'By theme.' })
  readonly themeTitles!: ReportModel['themeTitles'];

  @ApiProperty({ ...record, description: 'By step of the service.' })
  readonly stepTitles!: ReportModel['stepTitles'];

  @ApiProperty({ ...record, description: 'Service records, feedback tracking, service levels and classification.' })
  readonly forms!: ReportModel['forms'];
}
