import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type Question = 'position' | 'url' | 'close';

/** A part of the platform in a process of its own, from its release build, that tells its parent what that asks. */
export interface AskedProcess {
  readonly pid: number | undefined;
  /** Rejects where it can't be answered, and where the process has ended. */
  ask(question: Question): Promise<string>;
  /** Lets it close what it has opened, then end; kills it where it does not. */
  stop(): Promise<void>;
}

interface Reply {
  readonly id: number;
  readonly answer?: string;
  readonly error?: string;
}

const CLOSED_WITHIN_MS = 90_000;

/** Runs `<name>.process.mjs` of this folder; what it logs is shown. Resolves when it says that it is ready. */
export async function startAsked(name: string, args: readonly string[]): Promise<AskedProcess> {
  const script = join(__dirname, `${name}.process.mjs`);
  const child = fork(script, [...args], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(`the ${name} has ended: ${signal ?? `exit code ${code}`}`)),
  );
  const failed = ended.then((reason) => Promise.reject(new Error(reason)));
  // Whoever asks hears of it.
  failed.catch(() => undefined);
  await Promise.race([once(child, 'message'), failed]);

  const waiting = new Map<number, (reply: Reply) => void>();
  child.on('message', (reply: Reply) => waiting.get(reply.id)?.(reply));
  let asked = 0;
  const ask = async (question: Question): Promise<string> => {
    const id = ++asked;
    const replied = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    child.send({ id, question }, () => undefined);
    const { answer, error } = await Promise.race([replied, failed]).finally(() => waiting.delete(id));
    if (answer === undefined) throw new Error(`${question} of the ${name}: ${error ?? 'no answer'}`);
    return answer;
  };
  const stop = async () => {
    const late = setTimeout(() => child.kill('SIGKILL'), CLOSED_WITHIN_MS);
    try {
      if (child.connected) await ask('close');
    } finally {
      if (child.connected) child.disconnect();
      await ended;
      clearTimeout(late);
    }
  };
  return { pid: child.pid, ask, stop };
}
