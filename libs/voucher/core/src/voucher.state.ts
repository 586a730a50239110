import type { VoucherEvent, VoucherIssued, VoucherRedeemed } from '@tenure/voucher-contract';

export interface Issued {
  readonly status: 'open' | 'redeemed' | 'expired' | 'withdrawn';
  readonly terms: VoucherIssued;
  /** Where it was redeemed. */
  readonly redemption?: VoucherRedeemed;
}

export type Voucher = { readonly status: 'absent' } | Issued;

export function evolve(state: Voucher, event: VoucherEvent): Voucher {
  if (event.type === 'VoucherIssued') return { status: 'open', terms: event.data };
  return state.status === 'absent' ? state : { ...state, ...changesOf(event) };
}

function changesOf(event: Exclude<VoucherEvent, { type: 'VoucherIssued' }>): Partial<Issued> {
  switch (event.type) {
    case 'VoucherRedeemed':
      return { status: 'redeemed', redemption: event.data };
    case 'VoucherExpired':
      return { status: 'expired' };
    case 'VoucherWithdrawn':
      return { status: 'withdrawn' };
  }
}
