import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { Recorded } from '@tenure/kernel';
import type { RemedyEvent } from '@tenure/remedy-contract';
import type { TierEvent } from '@tenure/tier-contract';
import type { PoolClient } from 'pg';

export type MoneyEvent =
  | Extract<ComplaintEvent, { type: 'ComplaintResolved' }>
  | Extract<RemedyEvent, { type: 'RemedyGranted' | 'RemedyApproved' | 'RemedyCancelled' }>;

/** Money that a customer got because of a complaint; `entryId` is once in it. */
export interface MoneyEntry {
  readonly complaintId: string;
  readonly entryId: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly at: string;
}

export interface MoneyTakenBack {
  readonly complaintId: string;
  readonly entryId: string;
  readonly takenBackAt: string;
}

/** Undefined of a resolution without compensation. */
export function moneyOf(event: Recorded<MoneyEvent>): MoneyEntry | MoneyTakenBack | undefined {
  const { complaintId } = event.data;
  switch (event.type) {
    case 'ComplaintResolved': {
      const { compensation, resolvedAt: at } = event.data;
      return compensation && { complaintId, entryId: `resolution:${event.id}`, ...compensation, at };
    }
    case 'RemedyGranted':
      return { complaintId, entryId: event.data.remedyId, ...event.data.amount, at: event.data.grantedAt };
    case 'RemedyApproved':
      return { complaintId, entryId: event.data.remedyId, ...event.data.amount, at: event.data.approvedAt };
    case 'RemedyCancelled':
      return { complaintId, entryId: event.data.remedyId, takenBackAt: event.data.cancelledAt };
  }
}

export interface TierOfCustomer {
  readonly customerId: string;
  readonly tier: string | null;
  readonly since: string;
}

export function tierOf({ type, data }: TierEvent): TierOfCustomer {
  const { customerId } = data;
  switch (type) {
    case 'TierAssigned':
      return { customerId, tier: data.tier, since: data.judgedAt };
    case 'TierChanged':
      return { customerId, tier: data.to, since: data.judgedAt };
    case 'TierOverridden':
      return { customerId, tier: data.tier, since: data.overriddenAt };
    case 'TierOverrideEnded':
      return { customerId, tier: data.to ?? null, since: data.endedAt };
  }
}

/** What the impact of problems is worked out from besides their complaints. Inside of a transaction that is open. */
export const impactWrites = {
  async money(client: PoolClient, entries: readonly (MoneyEntry | MoneyTakenBack)[]): Promise<void> {
    for (const entry of entries) {
      const { complaintId, entryId } = entry;
      if ('takenBackAt' in entry) await client.query(TAKE_BACK, [complaintId, entryId, entry.takenBackAt]);
      else await client.query(PAY, [complaintId, entryId, entry.currency, entry.amountMinor, entry.at]);
    }
  },

  /** Of several of one moment the last one counts. */
  async tiers(client: PoolClient, tiers: readonly TierOfCustomer[]): Promise<void> {
    if (tiers.length === 0) return;
    const last = [...new Map(tiers.map((one) => [`${one.customerId} ${Date.parse(one.since)}`, one])).values()];
    await client.query(TIERS, [
      last.map(({ customerId }) => customerId),
      last.map(({ since }) => since),
      last.map(({ tier }) => tier),
    ]);
  },
} as const;

const PAY = `INSERT INTO case_money (complaint_id, entry_id, currency, amount_minor, at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING`;

const TAKE_BACK = `UPDATE case_money SET taken_back_at = $3
  WHERE complaint_id = $1 AND entry_id = $2 AND taken_back_at IS NULL`;

const TIERS = `INSERT INTO tier_since (customer_id, since, tier)
  SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::text[])
  ON CONFLICT (customer_id, since) DO UPDATE SET tier = excluded.tier`;
