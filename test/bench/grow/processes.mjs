import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const startProjectorProcess = (...args) => startProgram('projector', args);

export const startAutomationProcess = (...args) => startProgram('automation', args);

async function startProgram(name, args) {
  const script = fileURLToPath(new URL(`../${name}.process.mjs`, import.meta.url));
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(createInterface(child.stdout), 'line');
  const stop = async () => {
    const exited = once(child, 'exit');
    child.stdin.end();
    await exited;
  };
  return { pid: child.pid, stop };
}

/** A process and its children: PostgreSQL has one for each connection (Linux). */
export function childrenOf(pid) {
  const parentOf = (process) => Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1]);
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return [pid, ...processes.map(Number).filter((process) => tryParent(process) === pid)];

  function tryParent(process) {
    try {
      return parentOf(process);
    } catch {
      // It ended while it was looked at.
      return undefined;
    }
  }
}
