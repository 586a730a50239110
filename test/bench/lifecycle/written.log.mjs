import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startNode } from '../harness.mjs';

/** A node on a log with all events of a history of this folder. */
export async function startNodeWith(history, options) {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-bench-'));
  const writer = fileURLToPath(new URL('log.writer.mjs', import.meta.url));
  const child = spawn(process.execPath, [writer, folder, history, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (signal !== 'SIGKILL') throw new Error(`${history} was not written`);
  const node = await startNode(folder);
  const stop = async () => {
    await node.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: node.url, events: Number(printed), stop };
}
