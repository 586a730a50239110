import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { SeededRandom } from '../seeded.random';
import { compileFile, type NodeLaunch } from './node.process';

/** What of a file was synced: its first bytes; of a small one that is written in place, its content. */
export type SyncedRecord = { size: number; content?: string };

const PAGE_BYTES = 4096;

/** A node launched so writes down what it has synced; `strike` makes of its folder what a power cut can leave. */
export class PowerCut {
  readonly launch: NodeLaunch;
  private readonly records: string;

  constructor(root: string) {
    this.records = join(root, 'synced');
    mkdirSync(this.records);
    const preload = compileFile(join(__dirname, 'synced.records.preload.ts'), join(root, 'synced.records.preload.js'));
    this.launch = { nodeArguments: ['--require', preload], environment: { SYNCED_RECORDS: this.records } };
  }

  /** After the process is gone. What was not synced goes, stays or comes as zeros, page by page. */
  strike(folder: string, random: SeededRandom): void {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      const { ino, size } = statSync(file);
      const synced = this.recordOf(ino) ?? { size: name.endsWith('.draft') ? 0 : size };
      if (synced.content !== undefined) {
        if (random.next() < 0.5) writeFileSync(file, synced.content);
      } else if (synced.size < size) loseSome(file, synced.size, size, random);
    }
  }

  private recordOf(inode: number): SyncedRecord | undefined {
    const name = String(inode);
    if (!readdirSync(this.records).includes(name)) return undefined;
    return JSON.parse(readFileSync(join(this.records, name), 'utf8')) as SyncedRecord;
  }
}

function loseSome(file: string, synced: number, size: number, random: SeededRandom): void {
  const kept = random.between(synced, size);
  truncateSync(file, kept);
  const handle = openSync(file, 'r+');
  for (let at = synced; at < kept; at += PAGE_BYTES) {
    const bytes = Math.min(PAGE_BYTES, kept - at);
    if (random.next() < 0.3) writeSync(handle, Buffer.alloc(bytes), 0, bytes, at);
  }
  closeSync(handle);
}
