import type { Unit, UnitFate } from '../reading/unit';
import type { CommandFate, ImportSink } from './import.sink';

export interface UnitDispatcher {
  readonly add: (units: readonly Unit[]) => void;
  /** Starts nothing more; resolves when what is under way has ended. */
  readonly stop: () => Promise<void>;
}

interface DispatcherParts {
  readonly sink: ImportSink;
  /** Units that are sent at the same time. */
  readonly concurrency: number;
  /** Refusals that mean: this is there already. */
  readonly isKnown: (type: string, code: string) => boolean;
  readonly onSettled: (fate: UnitFate) => void;
  readonly onFault: (error: unknown) => void;
}

/** Sends many units at once, but those of one order key one after the other, and the commands of a unit likewise. */
export function createUnitDispatcher({
  sink,
  concurrency,
  isKnown,
  onSettled,
  onFault,
}: DispatcherParts): UnitDispatcher {
  const lanes = new Map<string, Unit[]>();
  let ready: Unit[] = [];
  let readyFrom = 0;
  let sending = 0;
  let isStopped = false;
  let onIdle: (() => void) | undefined;

  return {
    add: (units) => {
      for (const unit of units) {
        const lane = lanes.get(unit.orderKey);
        if (lane) lane.push(unit);
        else {
          lanes.set(unit.orderKey, []);
          ready.push(unit);
        }
      }
      startReady();
    },
    stop: () => {
      isStopped = true;
      return sending === 0 ? Promise.resolve() : new Promise((resolve) => (onIdle = resolve));
    },
  };

  function startReady(): void {
    while (!isStopped && sending < concurrency) {
      const unit = ready[readyFrom];
      if (!unit) break;
      readyFrom += 1;
      sending += 1;
      void carry(unit);
    }
    if (readyFrom < ready.length && readyFrom < 1024) return;
    ready = ready.slice(readyFrom);
    readyFrom = 0;
  }

  async function carry(unit: Unit): Promise<void> {
    try {
      onSettled({ id: unit.id, fates: await sendAll(unit) });
      const lane = lanes.get(unit.orderKey) ?? [];
      const next = lane.shift();
      if (next) ready.push(next);
      else lanes.delete(unit.orderKey);
    } catch (error) {
      isStopped = true;
      onFault(error);
    }
    sending -= 1;
    startReady();
    if (sending === 0) onIdle?.();
  }

  async function sendAll({ commands }: Unit): Promise<CommandFate[]> {
    const fates: CommandFate[] = [];
    for (const command of commands) {
      const fate = await sink.send(command);
      const isThere = fate.status === 'rejected' && fate.code !== undefined && isKnown(command.type, fate.code);
      fates.push(isThere ? { ...fate, status: 'known' } : fate);
      if (fate.status === 'rejected' && !isThere) break;
    }
    return fates;
  }
}
