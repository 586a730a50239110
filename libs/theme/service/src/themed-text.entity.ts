import { asInstant } from '@tenure/postgres';
import type { ThemeSource } from '@tenure/theme-contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a person said in place of the rules. */
export interface StoredCorrection {
  readonly themes: readonly string[];
  readonly by: string;
  readonly why?: string;
  readonly at: string;
}

export interface StoredCorrections {
  /** What the rules say. */
  readonly ruled: readonly string[];
  /** The last one last. */
  readonly corrections: readonly StoredCorrection[];
}

/** What a text is about. The words themselves stay in the log, where they can be erased. */
@Entity('themed_text')
@Index('themed_text_at', ['source', 'at'])
export class ThemedTextRow {
  @PrimaryColumn('text')
  source!: ThemeSource;

  @PrimaryColumn({ name: 'source_id', type: 'text' })
  sourceId!: string;

  @Column({ name: 'customer_id', type: 'text', nullable: true })
  customerId!: string | null;

  @Column({ type: 'text', nullable: true })
  product!: string | null;

  /** Of complaints: `complaint`, `inquiry` or `service`. */
  @Column({ name: 'case_type', type: 'text', nullable: true })
  caseType!: string | null;

  @Column({ type: 'timestamptz', transformer: asInstant })
  at!: string;

  /** Those of the last correction, or else of the rules. */
  @Column({ type: 'text', array: true })
  themes!: readonly string[];

  @Column({ type: 'text', array: true })
  steps!: readonly string[];

  /** Version of the policy of themes; 0 where none was in force. */
  @Column({ name: 'ruled_by', type: 'integer' })
  ruledBy!: number;

  /** Null where there is none. */
  @Column({ type: 'json', nullable: true })
  corrected!: StoredCorrections | null;
}
