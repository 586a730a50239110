import type { Projection } from '@tenure/kernel';
import type { TierEvent } from '@tenure/tier-contract';

/** By how many a tier grew (or shrank) on a day. */
export interface TierDistributionRow {
  /** `day|policyId|tier`. */
  readonly key: string;
  /** Calendar day in UTC, `YYYY-MM-DD`. */
  readonly day: string;
  /** `none` where an override came before any judgement. */
  readonly policyId: string;
  readonly tier: string;
  readonly change: number;
}

/** How many customers are in each tier: on a day, the sum of the changes up to it. Overrides count like judgements. */
export const tierDistribution: Projection<TierDistributionRow, TierEvent> = {
  name: 'tier-distribution',
  version: 1,
  handles: ['TierAssigned', 'TierChanged', 'TierOverridden', 'TierOverrideEnded'],
  keysOf: (event) => [...new Set(movesOf(event).map(({ key }) => key))],
  fold: (row, event, key) => {
    const moves = movesOf(event).filter((move) => move.key === key);
    const [day = '', policyId = '', tier = ''] = key.split('|');
    const known = row ?? { key, day, policyId, tier, change: 0 };
    return { ...known, change: moves.reduce((sum, { change }) => sum + change, known.change) };
  },
};

interface Move {
  readonly key: string;
  readonly change: 1 | -1;
}

function movesOf(event: TierEvent): Move[] {
  switch (event.type) {
    case 'TierAssigned': {
      const { judgedAt, policyId, tier } = event.data;
      return [move(judgedAt, policyId, tier, 1)];
    }
    case 'TierChanged': {
      const { judgedAt, policyId, previousPolicyId, from, to } = event.data;
      return [move(judgedAt, previousPolicyId, from, -1), move(judgedAt, policyId, to, 1)];
    }
    case 'TierOverridden': {
      const { overriddenAt, policyId, from, tier } = event.data;
      return [
        ...(from === undefined ? [] : [move(overriddenAt, policyId, from, -1)]),
        move(overriddenAt, policyId, tier, 1),
      ];
    }
    case 'TierOverrideEnded': {
      const { endedAt, policyId, from, to } = event.data;
      return [move(endedAt, policyId, from, -1), ...(to === undefined ? [] : [move(endedAt, policyId, to, 1)])];
    }
  }
}

const move = (at: string, policyId: string | undefined, tier: string, change: 1 | -1): Move => ({
  key: `${new Date(Date.parse(at)).toISOString().slice(0, 10)}|${policyId ?? 'none'}|${tier}`,
  change,
});
