import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandOperation, CommandWriter, IncomingCommand, type Incoming, type WriteAnswer } from '@tenure/http';
import {
  AbandonMeasure,
  AnnounceMeasure,
  ChangeMeasureBudget,
  CommitToMeasure,
  CompleteMeasure,
  DraftMeasureStandard,
  MoveMeasureDue,
  PlanMeasure,
  ReportMeasureProgress,
  SpendMeasureMoney,
  StartMeasure,
} from '@tenure/improvement-contract';
import { MeasureAnnouncing } from './measure.announcing';
import { measureRejectionStatuses as statuses } from './measure.statuses';

const path = ['measureId'] as const;

@ApiTags('measures')
@Controller('measures')
export class MeasureController {
  constructor(
    @Inject(CommandWriter) private readonly commands: CommandWriter,
    @Inject(MeasureAnnouncing) private readonly announcing: MeasureAnnouncing,
  ) {}

  @Post()
  @CommandOperation({
    command: PlanMeasure,
    summary: 'Plan a measure against causes of a problem',
    description:
      'With what it will be judged by, said before it starts. A plan is never edited: another is another measure.',
    statuses,
  })
  plan(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(PlanMeasure, incoming, statuses);
  }

  @Post(':measureId/commitment')
  @CommandOperation({
    command: CommitToMeasure,
    summary: 'Sign the plan, which its owner alone can',
    description: '`digest` is what the measure is shown with: nothing else is signed than what was read.',
    path,
    statuses,
  })
  commit(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(CommitToMeasure, incoming, statuses);
  }

  @Post(':measureId/start')
  @CommandOperation({ command: StartMeasure, summary: 'Start it, before its effect is observed', path, statuses })
  start(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(StartMeasure, incoming, statuses);
  }

  @Post(':measureId/progress')
  @CommandOperation({ command: ReportMeasureProgress, summary: 'Report progress', path, statuses })
  report(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ReportMeasureProgress, incoming, statuses);
  }

  @Post(':measureId/budget')
  @CommandOperation({ command: ChangeMeasureBudget, summary: 'Give it a budget, or another one', path, statuses })
  changeBudget(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ChangeMeasureBudget, incoming, statuses);
  }

  @Post(':measureId/expenses')
  @CommandOperation({ command: SpendMeasureMoney, summary: 'Spend money of its budget', path, statuses })
  spend(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(SpendMeasureMoney, incoming, statuses);
  }

  @Post(':measureId/due-date')
  @CommandOperation({ command: MoveMeasureDue, summary: 'Move its last day', path, statuses })
  moveDue(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(MoveMeasureDue, incoming, statuses);
  }

  @Post(':measureId/announcement')
  @CommandOperation({
    command: AnnounceMeasure,
    summary: 'Tell the customers affected of the change, before it takes effect',
    description:
      'Those whose complaints belong to its problem by then, each once: sent again, it reaches those who have come since.',
    path,
    made: ['customerIds'],
    statuses,
  })
  async announce(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.writeParsed(await this.announcing.parserFor(incoming.payload), incoming, statuses);
  }

  @Post(':measureId/completion')
  @CommandOperation({ command: CompleteMeasure, summary: 'It is done', path, statuses })
  complete(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(CompleteMeasure, incoming, statuses);
  }

  @Post(':measureId/standard')
  @CommandOperation({
    command: DraftMeasureStandard,
    summary: 'Make what has helped the draft of a new version of a standard',
    description:
      'Of one that was verified as effective, once for each policy. The draft is compared and published like any other, and ' +
      'says what it rests on; a draft that somebody else has made is not written over.',
    path,
    statuses,
  })
  draftStandard(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(DraftMeasureStandard, incoming, statuses);
  }

  @Post(':measureId/abandonment')
  @CommandOperation({ command: AbandonMeasure, summary: 'Give it up', path, statuses })
  abandon(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(AbandonMeasure, incoming, statuses);
  }
}
