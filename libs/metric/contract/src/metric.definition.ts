import type { Text } from '@tenure/shared-contract';
import type { MetricSegment } from './metric.catalogue';

/** What a metric is, in words that a report can print. */
export interface MetricDefinition {
  readonly title: Text;
  readonly definition: Text;
  readonly unit: 'hours' | 'percent' | 'points' | 'per-100-customers';
  readonly better: 'higher' | 'lower';
  /** What is observed: `n` counts these. */
  readonly of: 'cases' | 'clocks' | 'answers' | 'invitations' | 'customers';
  /** Of what kind its spread is, by which it is tested. */
  readonly spread: 'share' | 'mean';
  /** What it can be confined to. */
  readonly segments: readonly (keyof MetricSegment)[];
  /** Grows with the length of the window, so that only windows of about the same length compare. */
  readonly overTime?: boolean;
  /** Where the formula comes from, if it is not our own. */
  readonly source?: string;
}
