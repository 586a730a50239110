import { ApiPropertyOptional } from '@nestjs/swagger';
import { MEASURE_STAGES, MEASURE_VERDICTS, type MeasureStage, type MeasureVerdict } from '@tenure/improvement-contract';
import { whereEqual } from '@tenure/postgres';
import { IsId, MayBeAbsent } from '@tenure/shared-contract';
import { IsIn } from 'class-validator';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { MeasureRegisterEntry } from './measure-register.entity';

/** Which measures. */
export class MeasureFilter {
  @ApiPropertyOptional({ enum: MEASURE_STAGES })
  @MayBeAbsent()
  @IsIn(MEASURE_STAGES)
  readonly stage?: MeasureStage;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly owner?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly problemId?: string;

  @ApiPropertyOptional({ enum: MEASURE_VERDICTS })
  @MayBeAbsent()
  @IsIn(MEASURE_VERDICTS)
  readonly verdict?: MeasureVerdict;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Neither completed nor given up, and past its last day.',
  })
  @MayBeAbsent()
  @IsIn(['true', 'false'])
  readonly overdue?: 'true' | 'false';
}

/** `today` is `YYYY-MM-DD` on the clocks that last days end by. */
export function selectMeasures(
  dataSource: DataSource,
  { stage, owner, problemId, verdict, overdue }: MeasureFilter,
  today: string,
): SelectQueryBuilder<MeasureRegisterEntry> {
  const rows = dataSource.getRepository(MeasureRegisterEntry).createQueryBuilder('row');
  whereEqual(rows, { stage, owner, problemId, verdict });
  const isOverdue = `row.stage IN ('planned', 'committed', 'started') AND row.dueOn < :today`;
  if (overdue === 'true') rows.andWhere(`(${isOverdue})`, { today });
  if (overdue === 'false') rows.andWhere(`NOT (${isOverdue})`, { today });
  return rows;
}
