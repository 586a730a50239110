const MOST_LINES = 20;

/** One line for one failure; several for several wrong settings. */
export function failureLines(error: unknown): readonly string[] {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(failureLines);
  // Whoever lists several problems lists one a line.
  if (error instanceof Error && 'problems' in error) return messageOf(error).split('\n').slice(0, MOST_LINES);
  return [messageOf(error).replace(/\s*\n\s*/g, ' ')];
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return error.message || code || error.name;
}
