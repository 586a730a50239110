export interface SettingProblem {
  readonly setting: string;
  /** A whole sentence that names the setting. */
  readonly message: string;
}

/** One or more settings are wrong; lists all of them. */
export class InvalidSettingsError extends Error {
  override readonly name = 'InvalidSettingsError';
  constructor(readonly problems: readonly SettingProblem[]) {
    super(problems.map(({ message }) => message).join('\n'));
  }
}
