import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsString, Length, Min } from 'class-validator';
import { Command, IdProperty, type CommandDescription } from '@tenure/shared-contract';

abstract class OfHistoryLoad extends Command {
  @IdProperty('Id of the load; the same data by the same mapping has the same one.')
  readonly loadId!: string;
}

/** Says that past events are about to be recorded, so that time stands still for what they have yet to tell. */
export class StartHistoryLoad extends OfHistoryLoad {
  readonly type = 'StartHistoryLoad';

  @ApiProperty()
  @Length(1, 200)
  readonly mapping!: string;

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsString({ each: true })
  readonly files!: readonly string[];
}

/** Says that all of the past is recorded; what time alone has brought about since is judged from now on. */
export class FinishHistoryLoad extends OfHistoryLoad {
  readonly type = 'FinishHistoryLoad';

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  readonly read!: number;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  readonly accepted!: number;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  readonly known!: number;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  readonly rejected!: number;
}

export type HistoryLoadCommand = StartHistoryLoad | FinishHistoryLoad;

export type HistoryLoadRejection = 'history-load-not-started' | 'history-load-counts-disagree';

export const historyLoadCommands: readonly CommandDescription<HistoryLoadCommand>[] = [
  { command: StartHistoryLoad, cloudEventType: 'tenure.history-load.started' },
  { command: FinishHistoryLoad, cloudEventType: 'tenure.history-load.finished' },
];
