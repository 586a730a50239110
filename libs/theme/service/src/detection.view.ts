import { ApiProperty } from '@nestjs/swagger';
import { DETECTION_GROUPS, type DetectionGroup } from '@tenure/policy-contract';
import { ThemeTitle } from './theme.view';

class CountedDaysView {
  @ApiProperty({ format: 'date' })
  readonly from!: string;

  @ApiProperty({ format: 'date', description: 'Not included.' })
  readonly until!: string;

  @ApiProperty({ type: 'integer' })
  readonly cases!: number;
}

/** Complaints that have something in common, against what they were before. */
export class WatchedGroupView {
  @ApiProperty({ enum: DETECTION_GROUPS })
  readonly kind!: DetectionGroup;

  @ApiProperty({ description: 'Id of the theme or step, or the product.' })
  readonly id!: string;

  @ApiProperty({ type: ThemeTitle })
  readonly title!: ThemeTitle;

  @ApiProperty({ type: CountedDaysView })
  readonly window!: CountedDaysView;

  @ApiProperty({ type: CountedDaysView })
  readonly baseline!: CountedDaysView;

  @ApiProperty({ description: 'What the baseline lets expect in the window.' })
  readonly expected!: number;

  @ApiProperty({ description: 'How much more the weeks of the baseline differ than by chance alone; 1 is by chance.' })
  readonly dispersion!: number;

  @ApiProperty({ description: 'Of so many or more where nothing has changed.' })
  readonly probability!: number;

  @ApiProperty({ description: 'It has risen where the probability is below the bound, and it is worth acting on.' })
  readonly hasRisen!: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'The open problem that it is known by.' })
  readonly problemId!: string | null;
}

/** What is watched on a day, and how far it is from being a problem. */
export class DetectionView {
  @ApiProperty({ format: 'date' })
  readonly day!: string;

  @ApiProperty({ type: 'integer', description: 'Of the policy of improvement.' })
  readonly version!: number;

  @ApiProperty({ description: 'What a probability must stay below.' })
  readonly bound!: number;

  @ApiProperty({ type: 'integer', description: 'Groups that the false alarms allowed for are shared by.' })
  readonly watched!: number;

  @ApiProperty({
    type: [WatchedGroupView],
    description: 'Those with complaints in the window, the least probable first.',
  })
  readonly groups!: readonly WatchedGroupView[];
}
