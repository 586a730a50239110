/** Why an automation gets nowhere at the moment, and since when, ISO 8601. */
export interface AutomationFailure {
  readonly message: string;
  readonly since: string;
}

/** The failure after an error: as old as the one that has not been got over yet. */
export const failureAfter = (known: AutomationFailure | undefined, error: unknown): AutomationFailure => ({
  message: error instanceof Error ? error.message : String(error),
  since: known?.since ?? new Date().toISOString(),
});
