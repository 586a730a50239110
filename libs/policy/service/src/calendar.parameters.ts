import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { flawOfPauses, type Pause } from '@tenure/calendar';
import { failAt } from '@tenure/http';
import { isInstant, IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { Type } from 'class-transformer';
import { IsInt, Length, Matches, Max, Min } from 'class-validator';

export class CalendarMonthQuery {
  @ApiProperty({ example: '2026-10' })
  @Matches(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, { message: 'month must look like 2026-10, between 1900 and 2199' })
  readonly month!: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'In force at this moment; now, where it is left out.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;
}

class SpanQuery {
  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  readonly start!: string;

  @ApiPropertyOptional({
    description: 'Pauses as START/END, with commas between them; one that still goes on is START/.',
    example: '2026-09-29T10:00:00+08:00/2026-09-29T11:00:00+08:00',
  })
  @MayBeAbsent()
  @Length(1, 10_000)
  readonly pauses?: string;
}

export class DeadlineQuery extends SpanQuery {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 5_256_000, description: 'At most ten years of minutes.' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(5_256_000)
  readonly minutes!: number;
}

export class ElapsedQuery extends SpanQuery {
  @ApiProperty({ format: 'date-time', description: 'Not before the start.' })
  @IsInstant()
  readonly end!: string;
}

/** Refuses what is no pause, by its place in the list. */
export function pausesOf({ pauses }: { readonly pauses?: string }): readonly Pause[] {
  const read = pauses?.split(',').map(pauseOf) ?? [];
  const flaw = flawOfPauses(read);
  if (flaw !== undefined) throw failAt('invalid-parameter', 'pauses', flaw);
  return read;
}

function pauseOf(text: string, index: number): Pause {
  const [start = '', end, ...more] = text.split('/');
  const isPause = isInstant(start) && end !== undefined && (end === '' || isInstant(end)) && more.length === 0;
  if (isPause) return end === '' ? { start } : { start, end };
  throw failAt('invalid-parameter', 'pauses', `pauses[${index}] must be START/END or START/, ISO 8601 with offset`);
}
