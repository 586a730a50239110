import type { CustomerRiskRow } from '@tenure/churn-core';
import { asBigint, asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('customer_risk')
@Index('customer_risk_score', ['score', 'customerId'])
@Index('customer_risk_band', ['band', 'score', 'customerId'])
export class CustomerRiskEntry implements CustomerRiskRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text')
  band!: CustomerRiskRow['band'];

  @Column({ name: 'from_band', type: 'text', nullable: true })
  fromBand!: CustomerRiskRow['fromBand'];

  @Column('double precision')
  score!: number;

  @Column({ name: 'policy_id', type: 'text' })
  policyId!: string;

  @Column({ name: 'policy_version', type: 'integer' })
  policyVersion!: number;

  @Column('text')
  method!: CustomerRiskRow['method'];

  @Column('jsonb')
  explanation!: CustomerRiskRow['explanation'];

  @Column({ name: 'scored_at', type: 'timestamptz', transformer: asInstant })
  scoredAt!: string;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
