import { Module } from '@nestjs/common';
import { goalHandlers } from './goal.handlers';
import { DraftMeasureStandardHandler } from './draft-measure-standard.handler';
import { ImprovementStreams } from './improvement.streams';
import { MeasureGrounds } from './measure.grounds';
import { measureHandlers } from './measure.handlers';
import { problemHandlers } from './problem.handlers';

/** Handlers of problems, measures and goals; needs CommandsModule and a PolicyBook. */
@Module({
  providers: [
    ImprovementStreams,
    MeasureGrounds,
    ...problemHandlers,
    ...measureHandlers,
    DraftMeasureStandardHandler,
    ...goalHandlers,
  ],
  exports: [ImprovementStreams],
})
export class ImprovementModule {}
