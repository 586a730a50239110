import { IsArray } from 'class-validator';
import { Command, IdProperty } from '@tenure/shared-contract';
import type { CaseFact } from './case.fact';

/**
 * What was newly learned of a case, in the order of the log; sent by the platform itself, never from outside. What was
 * observed before changes nothing.
 */
export class ObserveCase extends Command {
  readonly type = 'ObserveCase';

  @IdProperty('The case whose clocks they are.')
  readonly caseId!: string;

  @IsArray()
  readonly facts!: readonly CaseFact[];
}

export type CaseClockCommand = ObserveCase;
