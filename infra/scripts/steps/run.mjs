import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './root.mjs';

/**
 * Runs a program on this terminal and resolves with its exit code (128 + n where signal n ended it). What it writes is
 * kept back with `output: 'on-failure'` until it fails, and altogether with `output: 'none'`.
 */
export function run(program, args, { env = process.env, output = 'all' } = {}) {
  const quiet = output !== 'all';
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    const lines = [];
    child.stdout?.on('data', (chunk) => lines.push(chunk));
    child.stderr?.on('data', (chunk) => lines.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const exitCode = code ?? 128 + (constants.signals[signal] ?? 1);
      if (output === 'on-failure' && exitCode !== 0) process.stderr.write(Buffer.concat(lines));
      resolve(exitCode);
    });
    relaySignals(child);
  });
}

/** What asks this script to stop asks what it runs, which then decides how to end. */
function relaySignals(child) {
  const relay = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, relay);
  child.on('close', () => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, relay);
  });
}
