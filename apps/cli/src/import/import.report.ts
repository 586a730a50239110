import type { CommandCounts, ImportProgress, ImportSummary } from '@tenure/import';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';

const UNWATCHED_EVERY_MS = 5_000;

/** Shows how an import goes: a line that is rewritten where somebody watches, one every few seconds elsewhere. */
export class ImportReport {
  #notedAtMs = 0;

  constructor(
    private readonly name: string,
    private readonly terminal: Terminal,
  ) {}

  progress(progress: ImportProgress): void {
    const line = `${this.name}  ${progressText(progress)}`;
    if (this.terminal.isWatched) return this.terminal.rewrite(line);
    if (progress.elapsedMs - this.#notedAtMs < UNWATCHED_EVERY_MS) return;
    this.#notedAtMs = progress.elapsedMs;
    this.terminal.note(line);
  }

  done(summary: ImportSummary, json: boolean): void {
    this.terminal.rewrite('');
    if (json) return this.terminal.print(JSON.stringify(summary, undefined, 2));
    for (const line of summaryLines(summary)) this.terminal.print(line);
  }
}

function progressText({
  bytesRead,
  bytesTotal,
  rows,
  rowsPerSecond,
  commandsPerSecond,
  secondsLeft,
}: ImportProgress): string {
  const percent = bytesTotal === 0 ? 100 : Math.floor((bytesRead / bytesTotal) * 100);
  const rates = `${whole(rowsPerSecond)} rows/s, ${whole(commandsPerSecond)} commands/s`;
  const left = secondsLeft === undefined ? '' : `, ${Math.ceil(secondsLeft)} s left`;
  return `${percent} %  ${whole(rows.read)} rows  ${rates}${left}`;
}

function summaryLines({
  mapping,
  state,
  rows,
  commands,
  rejections,
  files,
  rejectsFile,
  durationMs,
}: ImportSummary): string[] {
  const { read, accepted, known, rejected } = rows;
  const seconds = (durationMs / 1000).toFixed(1);
  return [
    `${mapping}: ${state} in ${seconds} s`,
    `${whole(read)} rows read = ${whole(accepted)} accepted + ${whole(known)} already known + ${whole(rejected)} rejected`,
    ...textTable(COMMAND_COLUMNS, Object.entries(commands)).map(indented),
    ...(rejected > 0 ? [`Rejected rows are in ${rejectsFile}:`] : []),
    ...Object.entries(rejections).map(([code, count]) => indented(`${code}: ${whole(count)}`)),
    ...files.flatMap(({ name, broken }) => (broken ? [`${name}, line ${broken.line}: ${broken.reason}`] : [])),
  ];
}

const count = (title: string, of: keyof CommandCounts) => ({
  title,
  value: ([, counts]: [string, CommandCounts]) => whole(counts[of]),
  alignRight: true,
});

const COMMAND_COLUMNS = [
  { title: 'COMMAND', value: ([type]: [string, CommandCounts]) => type },
  count('SENT', 'sent'),
  count('ACCEPTED', 'accepted'),
  count('KNOWN', 'known'),
  count('REJECTED', 'rejected'),
];

const indented = (line: string): string => `  ${line}`;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
