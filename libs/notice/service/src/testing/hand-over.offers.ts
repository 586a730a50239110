import type { EventStoreDBClient } from '@eventstore/db-client';
import {
  complaintCodec,
  type ComplaintCommand,
  type ComplaintEvent,
  type ComplaintRejection,
} from '@tenure/complaint-contract';
import { complaint, type Complaint } from '@tenure/complaint-core';
import { CommandExecutor, type Aggregate } from '@tenure/event-store';
import type { CommandContext } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';

const aggregate: Aggregate<Complaint, Plain<ComplaintCommand>, ComplaintEvent, ComplaintRejection> = {
  category: 'complaint',
  decider: complaint,
  codec: complaintCodec,
  idOf: ({ complaintId }) => complaintId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['OpenComplaint'],
};

export interface Offer {
  readonly complaintId: string;
  readonly to: string;
  /** ISO 8601; now unless given. */
  readonly at?: string;
  readonly context?: Partial<CommandContext>;
}

/** Opens complaints and offers them to people, of which these are told. */
export class HandOverOffers {
  readonly #executor: CommandExecutor;

  constructor(client: EventStoreDBClient) {
    this.#executor = new CommandExecutor(client);
  }

  async offer({ complaintId, to, at = new Date().toISOString(), context }: Offer): Promise<void> {
    const onCase = { complaintId, occurredAt: at };
    const opening = { customerId: `k-${complaintId}`, channel: 'phone', subject: 'Late', receivedBy: 'anna' } as const;
    await this.#execute({ type: 'OpenComplaint', ...onCase, ...opening }, context);
    await this.#execute({ type: 'OfferComplaintHandOver', ...onCase, to }, context);
  }

  async #execute(command: Plain<ComplaintCommand>, context: Partial<CommandContext> = {}): Promise<void> {
    const commandId = `${command.type}-${command.complaintId}`;
    const from = { commandId, correlationId: commandId, actor: 'anna', source: 'test', ...context };
    const outcome = await this.#executor.execute(aggregate, command, from);
    if (outcome.status === 'rejected') throw new Error(outcome.code);
  }
}
