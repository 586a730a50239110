/**
 * Rows that were used lately. Two halves: when the younger is full, the elder is dropped and takes its place, so that
 * a read or write costs a map access and nothing is linked or counted. Holds up to twice `capacity`.
 */
export class RowCache<Row> {
  private young = new Map<string, Row>();
  private old = new Map<string, Row>();
  private dropped = false;

  constructor(private readonly capacity: number) {}

  /** True while every row ever put in is still here. */
  get isComplete(): boolean {
    return !this.dropped;
  }

  get(key: string): Row | undefined {
    const recent = this.young.get(key);
    if (recent !== undefined) return recent;
    const earlier = this.old.get(key);
    if (earlier !== undefined) this.set(key, earlier);
    return earlier;
  }

  set(key: string, row: Row): void {
    this.young.set(key, row);
    if (this.young.size < this.capacity) return;
    this.dropped ||= this.old.size > 0;
    this.old = this.young;
    this.young = new Map();
  }
}
