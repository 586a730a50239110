import { defineCodec } from '@tenure/kernel';

/**
 * Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset, days
 * `YYYY-MM-DD`.
 */
export type ContractEvent =
  | { readonly type: 'ContractAgreed'; readonly data: ContractAgreed }
  | { readonly type: 'ContractRenewed'; readonly data: ContractRenewed }
  | { readonly type: 'ContractEnded'; readonly data: ContractEnded };

interface OfContract {
  readonly contractId: string;
  readonly customerId: string;
}

/** A customer may have several contracts at a time. */
export interface ContractAgreed extends OfContract {
  /** The first day on which it is in force. */
  readonly startsOn: string;
  /** The day on which it is to be renewed; later than `startsOn`. */
  readonly renewsOn: string;
  readonly agreedAt: string;
}

export interface ContractRenewed extends OfContract {
  /** The next day on which it is to be renewed; later than the one before. */
  readonly renewsOn: string;
  readonly renewedAt: string;
}

export interface ContractEnded extends OfContract {
  /** The first day on which it is in force no longer; may lie ahead, where notice was given. */
  readonly endedOn: string;
  readonly reason: string;
  readonly endedAt: string;
}

const ofContract = { contractId: 'string', customerId: 'string' } as const;

export const contractCodec = defineCodec<ContractEvent>({
  ContractAgreed: {
    version: 1,
    fields: { ...ofContract, startsOn: 'string', renewsOn: 'string', agreedAt: 'string' },
  },
  ContractRenewed: { version: 1, fields: { ...ofContract, renewsOn: 'string', renewedAt: 'string' } },
  ContractEnded: { version: 1, fields: { ...ofContract, endedOn: 'string', reason: 'string', endedAt: 'string' } },
});
