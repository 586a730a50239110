import type { CsvRow } from '../csv/csv.scanner';
import type { RowLedger } from '../rows/row.ledger';
import type { ImportCommand } from '../sending/import.sink';
import type { Unit, UnitFate } from './unit';

export interface UnitsUnderWay {
  /** Keeps the rows until their fate is known. */
  readonly add: (file: string, rows: readonly CsvRow[], orderKey: string, commands: readonly ImportCommand[]) => Unit;
  readonly settle: (fates: readonly UnitFate[]) => void;
  /** Resolves when more may be read: back-pressure. */
  readonly room: () => Promise<void>;
  readonly allSettled: () => Promise<void>;
  readonly stop: () => void;
  readonly isStopped: () => boolean;
}

/** What was read and is not settled yet: bounded, so that memory is, whatever the size of the files. */
export function createUnitsUnderWay(ledger: RowLedger, mostCommands: number): UnitsUnderWay {
  const units = new Map<number, { file: string; rows: readonly CsvRow[]; commands: readonly ImportCommand[] }>();
  let nextId = 1;
  let commandsUnderWay = 0;
  let charactersUnderWay = 0;
  let isStopped = false;
  let waiting: { readonly until: () => boolean; readonly resolve: () => void } | undefined;

  const isRoom = (): boolean => commandsUnderWay < mostCommands && charactersUnderWay < MOST_CHARACTERS;
  const wait = (until: () => boolean): Promise<void> =>
    until() || isStopped ? Promise.resolve() : new Promise((resolve) => (waiting = { until, resolve }));
  const wake = (): void => {
    if (!waiting || (!waiting.until() && !isStopped)) return;
    waiting.resolve();
    waiting = undefined;
  };
  return {
    add: (file, rows, orderKey, commands) => {
      const unit = { id: nextId++, orderKey, commands };
      units.set(unit.id, { file, rows, commands });
      commandsUnderWay += commands.length;
      charactersUnderWay += lengthOf(rows);
      return unit;
    },
    settle: (fates) => {
      for (const fate of fates) {
        const unit = units.get(fate.id);
        if (!unit) continue;
        units.delete(fate.id);
        commandsUnderWay -= unit.commands.length;
        charactersUnderWay -= lengthOf(unit.rows);
        ledger.settle(unit.file, unit.rows, unit.commands, fate.fates);
      }
      wake();
    },
    room: () => wait(isRoom),
    allSettled: () => wait(() => units.size === 0),
    stop: () => {
      isStopped = true;
      wake();
    },
    isStopped: () => isStopped,
  };
}

const MOST_CHARACTERS = 32 * 1024 * 1024;

const lengthOf = (rows: readonly CsvRow[]): number => rows.reduce((length, { raw }) => length + raw.length, 0);
