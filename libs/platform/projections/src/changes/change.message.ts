/** A row as it is now, not as it was when the change happened. */
export interface ChangedRow {
  /** The key column as text; the JSON array of the texts where there are several. */
  readonly key: string;
  /** As the entity has it; `bigint` for some columns. */
  readonly row: object;
}

/** What readers of changes are told, in this order: maybe `reset`; then `rows` and `caught-up` in turns. */
export type ChangeMessage =
  /** All that was told before is void: every row follows. */
  | { readonly kind: 'reset'; readonly version: number; readonly position: bigint | undefined }
  /** `position`: everything that the log changed up to here is told, these rows included. */
  | {
      readonly kind: 'rows';
      readonly rows: readonly ChangedRow[];
      readonly position: bigint | undefined;
      /** To go on from here another time; absent while that is not possible. */
      readonly cursor: string | undefined;
    }
  /** Nothing newer was known. */
  | { readonly kind: 'caught-up'; readonly position: bigint; readonly cursor: string | undefined };
