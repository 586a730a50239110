/** What is asked of a number: that it is in a range, or, where `known` says so, only whether there is one. */
export interface Asked {
  readonly atLeast: number;
  readonly below: number;
  readonly known?: boolean;
}

export const isAsAsked = (value: number | undefined, { atLeast, below, known }: Asked): boolean =>
  known === undefined ? value !== undefined && value >= atLeast && value < below : (value !== undefined) === known;
