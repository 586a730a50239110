import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { CompleteJourneyTask } from '@tenure/journey-contract';
import { journeysUnder } from './journey.aggregate';

/** A task is done whatever the journey says by now; entering and stepping are the automation's, which knows the rules. */
const done = journeysUnder({
  contentOf: () => undefined,
  messagingAt: () => undefined,
  voucherCodeOf: () => '',
});

@Module({ providers: commandHandlers(done, [{ command: CompleteJourneyTask }]) })
export class JourneyModule {}
