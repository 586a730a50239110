import { asBigint, asInstant } from '@tenure/postgres';
import type { ProgressLinkRow } from '@tenure/complaint-core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('progress_link')
export class ProgressLinkEntry implements ProgressLinkRow {
  @PrimaryColumn({ name: 'link_hash', type: 'text' })
  linkHash!: string;

  @Column({ name: 'complaint_id', type: 'text' })
  complaintId!: string;

  @Column({ name: 'issued_at', type: 'timestamptz', transformer: asInstant })
  issuedAt!: string;

  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  expiresAt!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
