import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Runs `NAME.process.mjs` of this folder, by a clock that stands still until it is set. */
export async function startClocked(name, args, now) {
  const script = fileURLToPath(new URL(`${name}.process.mjs`, import.meta.url));
  const child = fork(script, args, { execArgv: ['--enable-source-maps'] });
  const ended = once(child, 'exit').then(([code, signal]) => Promise.reject(new Error(`${name}: ${signal ?? code}`)));
  ended.catch(() => undefined);
  child.send({ now });
  const told = () => Promise.race([once(child, 'message').then(([message]) => message), ended]);
  const begun = await told();
  return {
    pid: child.pid,
    /** What it said when it began. */
    begun,
    /** The next thing that it tells. */
    told,
    setClock: (later) => child.send({ now: later }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended.catch(() => undefined);
    },
  };
}

/** In the process: its clock, and what says that it has begun. Ends with its parent. */
export async function clockOfParent() {
  process.on('disconnect', () => process.exit());
  const [{ now }] = await once(process, 'message');
  let standing = now;
  process.on('message', (message) => (standing = message.now));
  const tell = (message) => process.send(message);
  return { now: () => standing, begun: () => tell({ begun: true }), tell };
}
