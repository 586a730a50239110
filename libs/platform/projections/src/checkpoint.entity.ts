import { asBigint, asInstant, asSafeInteger } from '@tenure/postgres';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a projection has come. It is written in the same transaction as the rows. */
@Entity('projection_checkpoint')
export class ProjectionCheckpoint {
  @PrimaryColumn('text')
  name!: string;

  @Column('integer')
  version!: number;

  /** Everything in the log up to here is in the rows; null where nothing is. */
  @Column({ type: 'bigint', nullable: true, transformer: asBigint })
  position!: bigint | null;

  /** Raised by each writer that takes over; an older one can no longer commit. */
  @Column({ type: 'bigint', transformer: asBigint })
  epoch!: bigint;

  /** Raised whenever a rebuild replaces the rows. */
  @Column({ type: 'bigint', transformer: asBigint })
  generation!: bigint;

  @Column({ name: 'events_seen', type: 'bigint', transformer: asSafeInteger })
  eventsSeen!: number;

  /** When the event store wrote the last event seen. */
  @Column({ name: 'last_recorded_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  lastRecordedAt!: string | null;

  @Column({ name: 'updated_at', type: 'timestamptz', transformer: asInstant })
  updatedAt!: string;

  /** Why it does not go on; null while it does. */
  @Column({ type: 'text', nullable: true })
  failure!: string | null;

  @Column({ name: 'failed_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  failedAt!: string | null;
}
