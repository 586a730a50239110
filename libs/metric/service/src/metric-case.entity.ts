import type { CaseMetricRow } from '@tenure/metric-core';
import { asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('metric_case')
export class MetricCaseEntry implements CaseMetricRow {
  @PrimaryColumn({ name: 'case_id', type: 'text' })
  caseId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text', { nullable: true })
  product!: string | null;

  @Column({ name: 'case_type', type: 'text' })
  caseType!: CaseMetricRow['caseType'];

  @Index('metric_case_opened')
  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  openedAt!: string | null;

  @Index('metric_case_latest')
  @Column({ name: 'latest_at', type: 'timestamptz', transformer: asInstant })
  latestAt!: string;

  @Column('jsonb')
  steps!: CaseMetricRow['steps'];

  @Column('jsonb')
  clocks!: CaseMetricRow['clocks'];
}
