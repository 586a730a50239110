import { ApiProperty } from '@nestjs/swagger';
import type { AttainmentDimension, AttainmentFigures, AttainmentTwice } from '@tenure/service-standard-core';

export class AttainmentFiguresView implements AttainmentFigures {
  @ApiProperty({ type: 'integer' })
  readonly met!: number;

  @ApiProperty({ type: 'integer' })
  readonly breached!: number;

  @ApiProperty({ type: 'number', description: 'met ÷ (met + breached), from 0 to 1; of a difference, how it moves.' })
  readonly attained!: number;
}

const figures = { type: AttainmentFiguresView, nullable: true } as const;

export class AttainmentTotalView {
  @ApiProperty({ ...figures, description: 'As judged then; null where nothing was.' })
  readonly judged!: AttainmentFiguresView | null;

  @ApiProperty({ ...figures, description: 'As if today’s policies had always been.' })
  readonly restated!: AttainmentFiguresView | null;

  @ApiProperty({ ...figures, description: 'Restated less as judged; null where one of the two is.' })
  readonly difference!: AttainmentFiguresView | null;
}

export class AttainmentGroupView extends AttainmentTotalView {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    example: { kind: 'resolution', month: '2013-07' },
  })
  readonly group!: AttainmentTwice['group'];
}

/** How often what was promised was kept. Open clocks count once they are breached; cancelled ones do not. */
export class AttainmentView {
  @ApiProperty({ type: [String] })
  readonly by!: readonly AttainmentDimension[];

  @ApiProperty({ enum: ['judged', 'restated', 'both'] })
  readonly view!: 'judged' | 'restated' | 'both';

  @ApiProperty({ format: 'date-time', description: 'The day of “today’s policies”.' })
  readonly asOf!: string;

  @ApiProperty({ type: [AttainmentGroupView], description: 'In the order of their values.' })
  readonly groups!: readonly AttainmentGroupView[];

  @ApiProperty({ type: AttainmentTotalView })
  readonly total!: AttainmentTotalView;
}

export function totalOf(groups: readonly AttainmentTwice[]): AttainmentTotalView {
  const judged = sumOf(groups.map((group) => group.judged));
  const restated = sumOf(groups.map((group) => group.restated));
  const difference = judged &&
    restated && {
      met: restated.met - judged.met,
      breached: restated.breached - judged.breached,
      attained: restated.attained - judged.attained,
    };
  return { judged, restated, difference };
}

function sumOf(all: readonly (AttainmentFigures | null)[]): AttainmentFigures | null {
  const some = all.filter((one) => one !== null);
  if (some.length === 0) return null;
  const met = some.reduce((sum, one) => sum + one.met, 0);
  const breached = some.reduce((sum, one) => sum + one.breached, 0);
  return { met, breached, attained: met / (met + breached) };
}
