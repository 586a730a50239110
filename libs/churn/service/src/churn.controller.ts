import { Controller, HttpCode, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiTags, OmitType } from '@nestjs/swagger';
import { EvaluateChurnModel, FitChurnModel } from '@tenure/churn-contract';
import { CommandOperation, IncomingCommand, ReadOperation, type Incoming } from '@tenure/http';
import { FitAnswer } from './churn-model.view';
import { ChurnEvaluating } from './churn.evaluating';
import { ChurnFitting } from './churn.fitting';
import { churnRejectionStatuses } from './churn.statuses';
import { EvaluationView } from './evaluation.view';

const { 'churn-nothing-to-learn': _learn, 'churn-period-too-short': _short, ...OF_EVALUATION } = churnRejectionStatuses;

class EvaluateBody extends OmitType(EvaluateChurnModel, ['occurredAt', 'type']) {}

@ApiTags('churn')
@Controller('churn')
export class ChurnController {
  constructor(
    @Inject(ChurnFitting) private readonly fitting: ChurnFitting,
    @Inject(ChurnEvaluating) private readonly evaluating: ChurnEvaluating,
  ) {}

  @Post('fit')
  @CommandOperation({
    command: FitChurnModel,
    summary: 'Fit a model to the history, and set it down as the draft of the next version of the churn model',
    description:
      'Customers are looked at a month apart, and who was lost shows before `until`. It is published like any policy.',
    answer: FitAnswer,
    statuses: churnRejectionStatuses,
  })
  fit(@IncomingCommand() incoming: Incoming): Promise<FitAnswer> {
    return this.fitting.fit(incoming);
  }

  @Post('evaluate')
  @HttpCode(HttpStatus.OK)
  @ReadOperation({
    id: 'evaluateChurnModel',
    summary: 'Judge a model, and beside it recency alone and the scorecard, by what came after a day',
    description: 'Goes through the whole history. A model that was fitted on what it would be judged by is refused.',
    answer: EvaluationView,
    body: EvaluateBody,
    statuses: OF_EVALUATION,
  })
  evaluate(@IncomingCommand() incoming: Incoming): Promise<EvaluationView> {
    return this.evaluating.evaluate(incoming);
  }
}
