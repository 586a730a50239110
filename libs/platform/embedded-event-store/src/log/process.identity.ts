import { readFileSync } from 'node:fs';
import { errorCodeOf } from './system.error';

/** `startedAt` tells a process from a later one that was given the same id; empty where the system doesn't say. */
export type ProcessIdentity = { processId: number; startedAt: string };

export function ownIdentity(): ProcessIdentity {
  return { processId: process.pid, startedAt: startTimeOf(process.pid) ?? '' };
}

export function isSameProcess(one: ProcessIdentity | undefined, other: ProcessIdentity | undefined): boolean {
  return one?.processId === other?.processId && one?.startedAt === other?.startedAt;
}

export function isAlive({ processId, startedAt }: ProcessIdentity): boolean {
  try {
    process.kill(processId, 0);
  } catch (error) {
    if (errorCodeOf(error) !== 'EPERM') return false;
  }
  const current = startTimeOf(processId);
  return current === undefined || startedAt === '' || current === startedAt;
}

/** Linux: field 22 of /proc/PID/stat, with the boot it counts from. Undefined elsewhere, and for a process that is gone. */
function startTimeOf(processId: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return 'gone';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}
