import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './segment.file';

const NAME = 'durable-end.json';

/** A lower bound of what the log must hold, left by the last clean stop; 0 where there was none. */
export async function readDurableEnd(folder: string): Promise<number> {
  try {
    const content: unknown = JSON.parse(await readFile(join(folder, NAME), 'utf8'));
    if (typeof content === 'object' && content !== null && 'position' in content) return Number(content.position) || 0;
    return 0;
  } catch {
    return 0;
  }
}

export async function writeDurableEnd(folder: string, position: number): Promise<void> {
  const draft = join(folder, `${NAME}.draft`);
  const handle = await open(draft, 'w');
  try {
    await handle.writeFile(`${JSON.stringify({ position })}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, join(folder, NAME));
  await syncFolder(folder);
}
