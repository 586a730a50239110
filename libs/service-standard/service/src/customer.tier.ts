import type { Recorded } from '@tenure/kernel';
import type { TierEvent } from '@tenure/tier-contract';

/** The tier that a customer has after an event, null for none, and since when. */
export function tierAfter({ type, data }: Recorded<TierEvent>): { tier: string | null; since: string } {
  switch (type) {
    case 'TierAssigned':
      return { tier: data.tier, since: data.judgedAt };
    case 'TierChanged':
      return { tier: data.to, since: data.judgedAt };
    case 'TierOverridden':
      return { tier: data.tier, since: data.overriddenAt };
    case 'TierOverrideEnded':
      return { tier: data.to ?? null, since: data.endedAt };
  }
}
