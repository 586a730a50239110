import { Inject, Injectable } from '@nestjs/common';
import type { MeasureCommand } from '@tenure/improvement-contract';
import type { MeasureGround } from '@tenure/improvement-core';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import type { Plain } from '@tenure/shared-contract';
import { ImprovementStreams } from './improvement.streams';
import { planDigest } from './measure.digest';

/** What decisions on measures rest on. */
@Injectable()
export class MeasureGrounds {
  constructor(
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(ImprovementStreams) private readonly streams: ImprovementStreams,
  ) {}

  async of(command: Plain<MeasureCommand>): Promise<MeasureGround> {
    const policy = await this.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, command.occurredAt);
    const isPlan = command.type === 'PlanMeasure';
    const problem = isPlan ? await this.streams.problem(command.problemId) : ({ status: 'absent' } as const);
    return { policy, problem, digestOf: planDigest };
  }
}
