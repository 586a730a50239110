/** Undefined where one is at the start. */
export function leastOf(positions: readonly (bigint | undefined)[]): bigint | undefined {
  let least: bigint | undefined;
  for (const position of positions) {
    if (position === undefined) return undefined;
    if (least === undefined || position < least) least = position;
  }
  return least;
}
