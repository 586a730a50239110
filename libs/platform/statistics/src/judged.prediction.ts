/** What was foretold, and what came of it. */
export interface Judged {
  /** The higher, the likelier; a probability (0–1) where it is said to be one. */
  readonly predicted: number;
  readonly happened: boolean;
}

/** From the least predicted to the highest, in groups of the same prediction. */
export function byPrediction(judged: readonly Judged[]): readonly (readonly Judged[])[] {
  const groups: Judged[][] = [];
  for (const one of [...judged].sort((a, b) => a.predicted - b.predicted)) {
    const last = groups.at(-1);
    if (last?.[0]?.predicted === one.predicted) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

export const countHappened = (judged: readonly Judged[]): number =>
  judged.reduce((sum, { happened }) => sum + (happened ? 1 : 0), 0);
