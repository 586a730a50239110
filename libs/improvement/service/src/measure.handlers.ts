import { commandHandlersUnder } from '@tenure/commands';
import {
  AnnounceMeasure,
  MarkMeasureOverdue,
  measureCommands,
  NoteMeasureStandard,
  RecordRegression,
  RecordVerification,
} from '@tenure/improvement-contract';
import { measureOn } from './measure.aggregate';
import { MeasureGrounds } from './measure.grounds';

export const measureHandlers = commandHandlersUnder(
  MeasureGrounds,
  async (grounds, command) => measureOn(await grounds.of(command)),
  [
    ...measureCommands,
    { command: AnnounceMeasure },
    { command: MarkMeasureOverdue },
    { command: RecordVerification },
    { command: RecordRegression },
    { command: NoteMeasureStandard },
  ],
);
