/** A block of code on a page that says in its first line which file it is, or which it changes. */
export interface PageCode {
  readonly path: string;
  readonly apply: (before: string) => string;
}

/** Whole files (`// path`) and changes (`--- path`, lines to add marked by +) of a Markdown page, in its order. */
export function codeOf(page: string): PageCode[] {
  return [...page.matchAll(/^```(?:ts|diff)\n(?:\/\/|---) (\S+)\n(.*?)^```$/gms)].map(
    ([block, path = '', code = '']) => ({
      path,
      apply: block.startsWith('```diff')
        ? (before) => withAdded(before.split('\n'), code.trimEnd().split('\n'))
        : () => code,
    }),
  );
}

/** Lines that are not added say where: each has to come after the one before. */
function withAdded(lines: string[], changes: readonly string[]): string {
  let at = 0;
  for (const change of changes) {
    const line = change.slice(1);
    if (change.startsWith('+')) {
      lines.splice(at++, 0, line);
      continue;
    }
    const found = lines.indexOf(line, at);
    if (found < 0) throw new Error(`the page changes a file that has no line ${line}`);
    at = found + 1;
  }
  return lines.join('\n');
}
