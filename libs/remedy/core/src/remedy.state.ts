import type { RemedyApprovalRequested, RemedyEvent, RemedyGranted } from '@tenure/remedy-contract';

/** One remedy: what was asked for, what became of it, and what it took from a budget. */
export interface Remedy {
  readonly status: 'waiting' | 'granted' | 'declined' | 'cancelled';
  readonly asked: RemedyApprovalRequested | RemedyGranted;
  readonly askedAt: string;
  /** The newest decision after it was asked for. */
  readonly ended?: { readonly by: string; readonly why?: string };
}

/** The remedies of one person, and what they have spent of their discretion by period, in minor units. */
export interface Remedies {
  readonly remedies: ReadonlyMap<string, Remedy>;
  readonly spentMinor: Readonly<Record<string, number>>;
}

export function evolve(state: Remedies, event: RemedyEvent): Remedies {
  switch (event.type) {
    case 'RemedyGranted': {
      const { period, discretionMinor, grantedAt } = event.data;
      const known = withRemedy(state, { status: 'granted', asked: event.data, askedAt: grantedAt });
      return withSpent(known, period, discretionMinor);
    }
    case 'RemedyApprovalRequested':
      return withRemedy(state, { status: 'waiting', asked: event.data, askedAt: event.data.requestedAt });
    case 'RemedyApproved':
      return ended(state, event.data.remedyId, 'granted', { by: event.data.by });
    case 'RemedyDeclined':
      return ended(state, event.data.remedyId, 'declined', event.data);
    case 'RemedyCancelled': {
      const { remedyId, period, returnedMinor } = event.data;
      const known = ended(state, remedyId, 'cancelled', event.data);
      return period === undefined ? known : withSpent(known, period, -returnedMinor);
    }
  }
}

const withRemedy = (state: Remedies, remedy: Remedy): Remedies => ({
  ...state,
  remedies: new Map(state.remedies).set(remedy.asked.remedyId, remedy),
});

function ended(
  state: Remedies,
  remedyId: string,
  status: Remedy['status'],
  { by, why }: { readonly by: string; readonly why?: string },
): Remedies {
  const known = state.remedies.get(remedyId);
  return known ? withRemedy(state, { ...known, status, ended: { by, why } }) : state;
}

const withSpent = (state: Remedies, period: string, minor: number): Remedies => ({
  ...state,
  spentMinor: { ...state.spentMinor, [period]: (state.spentMinor[period] ?? 0) + minor },
});
