/** A row of features, and whether what is to be foretold by them happened. */
export interface Example {
  readonly features: readonly number[];
  readonly happened: boolean;
}
