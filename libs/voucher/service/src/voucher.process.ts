import { setTimeout as delay } from 'node:timers/promises';
import type { Process, ProcessBatch, StoreStep } from '@tenure/automation-runtime';
import type { JourneyEvent } from '@tenure/journey-contract';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import { IssuePromisedVoucher, type VoucherEvent } from '@tenure/voucher-contract';
import { promisedVoucher } from '@tenure/voucher-core';
import { voucherDues } from './voucher.dues';
import type { SendVoucherCommand, VoucherExpiry } from './voucher.expiry';

export interface VoucherProcessParts {
  readonly expiry: VoucherExpiry;
  readonly send: SendVoucherCommand;
  readonly onFailure: (error: unknown, voucherId: string) => void;
  /** How often vouchers at their end are looked for. */
  readonly pollMs: number;
}

/** Types of events that it acts on. */
export const VOUCHER_HANDLES: readonly string[] = [
  'JourneyStepTaken',
  'VoucherIssued',
  'VoucherRedeemed',
  'VoucherExpired',
  'VoucherWithdrawn',
];

const AT_A_TIME = 200;

/** Issues what journeys have promised, and has vouchers expire at their end, for which it keeps a list of those open. */
export class VoucherProcess implements Process {
  constructor(private readonly parts: VoucherProcessParts) {}

  async handle({ events }: ProcessBatch): Promise<StoreStep | undefined> {
    const steps = events.filter(isStepTaken);
    for (let start = 0; start < steps.length; start += AT_A_TIME) {
      await Promise.all(steps.slice(start, start + AT_A_TIME).map((step) => this.#issue(step)));
    }
    const ofVouchers = events.filter(isOfVoucher);
    if (ofVouchers.length === 0) return undefined;
    const ended = ofVouchers.filter(({ type }) => type !== 'VoucherIssued').map(({ data }) => data.voucherId);
    const issued = ofVouchers.flatMap((event) => (event.type === 'VoucherIssued' ? [event.data] : []));
    return async (client) => {
      await voucherDues.add(client, issued);
      await voucherDues.remove(client, ended);
    };
  }

  async keepTime(signal: AbortSignal): Promise<void> {
    const { expiry, pollMs } = this.parts;
    while (!signal.aborted) {
      const expired = await expiry.expire(AT_A_TIME);
      if (expired < AT_A_TIME) await delay(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** A refusal is told and passed over: tried again it would be refused again, and hold up all others. */
  async #issue({ id, data, metadata }: Recorded<StepTaken>): Promise<void> {
    const promised = promisedVoucher(data);
    if (!promised) return;
    const context = {
      commandId: `issue-voucher:${id}`,
      correlationId: metadata.correlationId,
      causationId: id,
      actor: promised.by,
      source: 'voucher-automation',
    };
    const outcome = await this.parts.send(Object.assign(new IssuePromisedVoucher(), promised), context);
    if (outcome.status !== 'rejected') return;
    const { voucherId } = promised;
    this.parts.onFailure(new Error(`The issue of voucher ${voucherId} was refused: ${outcome.code}`), voucherId);
  }
}

type StepTaken = Extract<JourneyEvent, { readonly type: 'JourneyStepTaken' }>;

/** The feed has decoded the event by its type. */
const isStepTaken = (event: Recorded<DomainEvent>): event is Recorded<StepTaken> => event.type === 'JourneyStepTaken';

const isOfVoucher = (event: Recorded<DomainEvent>): event is Recorded<VoucherEvent> => event.type.startsWith('Voucher');
