import type { Terminal } from '../terminal';

export function printed<Answer>(
  terminal: Terminal,
  json: boolean | undefined,
  answer: Answer,
  linesOf: (answer: Answer) => readonly string[],
): void {
  if (json) terminal.print(JSON.stringify(answer, undefined, 2));
  else for (const line of linesOf(answer)) terminal.print(line);
}
