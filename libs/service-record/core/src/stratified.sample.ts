import { fingerprintOf } from '@tenure/kernel';
import type { SampledRecord, SampleStratum } from '@tenure/service-record-contract';

export interface SampleRule {
  /** Of each stratum, rounded up. */
  readonly percent: number;
  readonly atLeastPerTier: number;
}

/**
 * A sample stratified by tier: of each tier the records with the smallest hash of seed and id, so that anyone who has the
 * seed and the records of the week draws the same ones, in whatever order they come. Strata and sample are ordered.
 */
export function stratifiedSample(
  records: readonly SampledRecord[],
  rule: SampleRule,
  seed: string,
): { readonly strata: readonly SampleStratum[]; readonly sample: readonly SampledRecord[] } {
  const tiers = [...new Set(records.map(({ tier }) => tier))].sort();
  const drawn = tiers.map((tier) => {
    const ofTier = records.filter((record) => record.tier === tier);
    return { tier, population: ofTier.length, sample: drawOf(ofTier, sizeOf(ofTier.length, rule), seed) };
  });
  return {
    strata: drawn.map(({ tier, population, sample }) => ({ tier, population, drawn: sample.length })),
    sample: drawn.flatMap(({ sample }) => sample),
  };
}

const sizeOf = (population: number, { percent, atLeastPerTier }: SampleRule): number =>
  Math.min(population, Math.max(atLeastPerTier, Math.ceil((population * percent) / 100)));

function drawOf(records: readonly SampledRecord[], size: number, seed: string): readonly SampledRecord[] {
  const ranked = records.map((record) => ({
    record,
    rank: fingerprintOf(`${seed}/${record.recordId}`).padStart(7, '0'),
  }));
  return ranked
    .sort((a, b) => compare(a.rank, b.rank) || compare(a.record.recordId, b.record.recordId))
    .slice(0, size)
    .map(({ record }) => record);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
