import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { complaintCodec, LinkDuplicateComplaint, type ComplaintRejection } from '@tenure/complaint-contract';
import { complaint, refusalAsOriginal, type Complaint } from '@tenure/complaint-core';
import { CommandExecutor, readHistory, UnreadableEventError } from '@tenure/event-store';
import type { Outcome } from '@tenure/kernel';
import { complaintAggregate } from './complaint.aggregate';

/** Looks at the other case first, which the decider of this one can't see. */
@CommandHandler(LinkDuplicateComplaint)
export class LinkDuplicateHandler implements ICommandHandler<LinkDuplicateComplaint, Outcome> {
  constructor(
    @Inject(CommandExecutor) private readonly executor: CommandExecutor,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
  ) {}

  async execute({ context, ...command }: LinkDuplicateComplaint): Promise<Outcome> {
    if (!context) throw new Error('LinkDuplicateComplaint was sent without its context; send it through CommandSender');
    const code = await this.#refusalOf(command);
    if (code === undefined) return this.executor.execute(complaintAggregate, command, context);
    const { complaintId, duplicateOf } = command;
    return {
      status: 'rejected',
      stream: streamOf(complaintId),
      code,
      detail: `${complaintId} can’t be a duplicate of ${duplicateOf}`,
    };
  }

  /** What was carried out before is left to the decider, also where the other case has become a duplicate since. */
  async #refusalOf(
    command: Pick<LinkDuplicateComplaint, 'complaintId' | 'duplicateOf'>,
  ): Promise<ComplaintRejection | undefined> {
    const { complaintId, duplicateOf } = command;
    if (complaintId === duplicateOf) return undefined;
    const own = await this.#read(complaintId);
    const isLinked = own.status !== 'absent' && own.duplicateOf === duplicateOf;
    return own.status === 'absent' || isLinked ? undefined : refusalAsOriginal(await this.#read(duplicateOf));
  }

  async #read(complaintId: string): Promise<Complaint> {
    let state = complaint.initial;
    for (const { type, data, metadata, stream, revision } of await readHistory(this.eventStore, [
      streamOf(complaintId),
    ])) {
      const decoded = complaintCodec.decode(type, metadata.schemaVersion, data);
      if (!decoded.known) throw new UnreadableEventError(stream, revision, decoded.reason);
      state = complaint.evolve(state, decoded.event);
    }
    return state;
  }
}

const streamOf = (complaintId: string): string => `${complaintAggregate.category}-${complaintId}`;
