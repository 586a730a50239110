import { asInstant } from '@tenure/postgres';
import type { FoundTheme } from '@tenure/theme-core';
import type { ThemeSource } from '@tenure/theme-contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a person said in place of the rules. */
export interface StoredCorrection {
  readonly themes: readonly string[];
  readonly by: string;
  readonly why?: string;
  readonly at: string;
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

  /** What the rules found, and why; null where they found nothing. */
  @Column({ type: 'json', nullable: true })
  found!: readonly FoundTheme[] | null;

  /** Version of the policy of themes; 0 where none was in force. */
  @Column({ name: 'ruled_by', type: 'integer' })
  ruledBy!: number;

  /** The last one last; null where there is none. */
  @Column({ type: 'json', nullable: true })
  corrections!: readonly StoredCorrection[] | null;
}
