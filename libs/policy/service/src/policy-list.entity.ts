import { asBigint } from '@tenure/postgres';
import type { PolicyKind } from '@tenure/policy-contract';
import type { ListedVersion, PolicyListRow } from '@tenure/policy-core';
import type { Text } from '@tenure/shared-contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('policy_list')
export class PolicyListEntry implements PolicyListRow {
  @PrimaryColumn({ name: 'policy_id', type: 'text' })
  policyId!: string;

  @Column('text')
  kind!: PolicyKind;

  @Column('jsonb')
  title!: Text;

  @Column('jsonb')
  versions!: readonly ListedVersion[];

  @Column({ name: 'draft_version', type: 'integer', nullable: true })
  draftVersion!: number | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
