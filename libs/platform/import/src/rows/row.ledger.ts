import type { CsvRow } from '../csv/csv.scanner';
import type { CommandCounts, RowCounts } from '../import.summary';
import type { CommandFate, ImportCommand } from '../sending/import.sink';

/** A row that was not imported, as the rejects file tells it. */
export interface Rejected {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly reason: string;
  readonly raw: string;
}

export interface RowLedger {
  readonly reject: (file: string, row: CsvRow, code: string, reason: string) => void;
  /** Gives the rows that the commands were made of their common fate. */
  readonly settle: (
    file: string,
    rows: readonly CsvRow[],
    commands: readonly ImportCommand[],
    fates: readonly CommandFate[],
  ) => void;
  readonly rows: () => RowCounts;
  readonly commands: () => Readonly<Record<string, CommandCounts>>;
  readonly commandsSettled: () => number;
  readonly rejections: () => Readonly<Record<string, number>>;
}

/** Keeps the counts so that they add up at any moment: a row is counted as read when its fate is known. */
export function createRowLedger(onRejected: (rejected: Rejected) => void): RowLedger {
  const rows = { accepted: 0, known: 0, rejected: 0 };
  const commandCounts = new Map<string, Record<keyof CommandCounts, number>>();
  const rejections = new Map<string, number>();
  let settled = 0;

  const reject = (file: string, row: CsvRow, code: string, reason: string): void => {
    rows.rejected += 1;
    rejections.set(code, (rejections.get(code) ?? 0) + 1);
    onRejected({ file, line: row.line, code, reason, raw: row.raw });
  };

  return {
    reject,
    settle: (file, group, commands, fates) => {
      commands.forEach(({ type }, index) => countCommand(type, fates[index]));
      const refusedAt = fates.findIndex(({ status }) => status === 'rejected');
      const refusal = fates[refusedAt];
      if (refusal) {
        const type = commands[refusedAt]?.type ?? 'command';
        const code = refusal.code ?? 'rejected';
        for (const row of group) reject(file, row, code, reasonOf(type, refusal));
      } else if (fates.some(({ status }) => status === 'accepted')) rows.accepted += group.length;
      else rows.known += group.length;
    },
    rows: () => ({ read: rows.accepted + rows.known + rows.rejected, ...rows }),
    commands: () => Object.fromEntries([...commandCounts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    commandsSettled: () => settled,
    rejections: () => Object.fromEntries([...rejections].toSorted(([, a], [, b]) => b - a)),
  };

  function countCommand(type: string, fate: CommandFate | undefined): void {
    const counts = commandCounts.get(type) ?? { sent: 0, accepted: 0, known: 0, rejected: 0, withheld: 0 };
    commandCounts.set(type, counts);
    if (!fate) {
      counts.withheld += 1;
      return;
    }
    counts.sent += 1;
    counts[fate.status] += 1;
    settled += 1;
  }
}

function reasonOf(type: string, { code, detail, problems = [] }: CommandFate): string {
  const parts = problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  const what = [detail, ...parts].filter((part) => part !== undefined && part !== '');
  return `${type} was refused: ${what.length > 0 ? what.join('; ') : (code ?? 'no reason given')}`;
}
