import type { CaseClocks, ObservedCase } from '@tenure/service-standard-core';

/** The clocks of a case as JSON, which has no whole numbers of that length. */
export type StoredClocks = Omit<ObservedCase, 'position'> & { readonly position: string };

export const toStoredClocks = (state: CaseClocks): StoredClocks | null =>
  state.status === 'absent' ? null : { ...state, position: String(state.position) };

export const fromStoredClocks = (stored: StoredClocks | null): CaseClocks =>
  stored ? { ...stored, position: BigInt(stored.position) } : { status: 'absent' };
