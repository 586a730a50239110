import { readFileSync } from 'node:fs';
import { codeOf } from './system.error';

/** A process, told apart from a later one that was given the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks from the machine's start to the process's; absent where the system has no /proc. */
  readonly startedAtTicks?: string;
}

export const ownIdentity = (): ProcessIdentity => identityOf(process.pid);

export const identityOf = (pid: number): ProcessIdentity => ({ pid, startedAtTicks: startTicks(pid) });

export function isAlive({ pid, startedAtTicks }: ProcessIdentity): boolean {
  if (!signalReaches(pid)) return false;
  const now = startTicks(pid);
  return startedAtTicks === undefined || now === undefined || now === startedAtTicks;
}

/** What `JSON.stringify` made of an identity; undefined for anything else. */
export function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number') return;
    const ticks =
      'startedAtTicks' in value && typeof value.startedAtTicks === 'string' ? value.startedAtTicks : undefined;
    return { pid: value.pid, startedAtTicks: ticks };
  } catch {
    return undefined;
  }
}

/** False for a process that is gone; true also for one that belongs to somebody else. */
export function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Field 22 of proc_pid_stat(5); the name in field 2 may itself hold spaces and brackets, so count from its end. */
function startTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
