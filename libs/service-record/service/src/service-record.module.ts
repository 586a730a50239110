import { Module } from '@nestjs/common';
import { commandHandlers, commandHandlersUnder } from '@tenure/commands';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import {
  DrawReviewSample,
  ReviewServiceRecord,
  serviceRecordCommands,
  type RecordReviewCommand,
} from '@tenure/service-record-contract';
import type { CommandDescription } from '@tenure/shared-contract';
import { recordReviewUnder, serviceRecordAggregate } from './service-record.aggregate';

const reviewCommands: readonly Pick<CommandDescription<RecordReviewCommand>, 'command'>[] = [
  { command: DrawReviewSample },
  { command: ReviewServiceRecord },
];

/** Reviews are decided under the policy that is in force when they happen; needs CommandsModule and a PolicyBook. */
@Module({
  providers: [
    ...commandHandlers(serviceRecordAggregate, serviceRecordCommands),
    ...commandHandlersUnder(
      PolicyBook,
      async (policies, { occurredAt }) => {
        const policyId = DEFAULT_POLICY_IDS['record-review'];
        return recordReviewUnder(await policies.inForce('record-review', policyId, occurredAt));
      },
      reviewCommands,
    ),
  ],
})
export class ServiceRecordModule {}
