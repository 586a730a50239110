/** Up to here all have acted; undefined while one of them has not begun. */
export const leastPosition = (positions: readonly (bigint | undefined)[]): bigint | undefined =>
  positions.reduce((least, position) => {
    if (least === undefined || position === undefined) return undefined;
    return position < least ? position : least;
  });
