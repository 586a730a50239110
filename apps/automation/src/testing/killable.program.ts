import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface KillableProgram {
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves once it is gone: to the signal that ended it, null where none did. */
  gone(): Promise<NodeJS.Signals | null>;
}

/** For Jest: runs `NAME.process` of this folder, compiled, until it is killed; none outlives the tests. */
export function useProgram(name: string): (...args: readonly string[]) => Promise<KillableProgram> {
  const program = join(__dirname, `../../dist/testing/${name}.process.js`);
  const children: ChildProcess[] = [];
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
  });
  return async (...args) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const closed = new Promise<NodeJS.Signals | null>((resolve) =>
      child.once('close', (_code, signal) => resolve(signal)),
    );
    const ready = once(child.stdout, 'data').then(() => true);
    const isReady = await Promise.race([ready, closed.then(() => false)]);
    if (!isReady) throw new Error(`${name} ended before it said that it is ready`);
    return {
      kill: async () => {
        child.kill('SIGKILL');
        await closed;
      },
      gone: () => closed,
    };
  };
}
