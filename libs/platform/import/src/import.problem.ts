/** One thing that is wrong, and where: a path in the mapping file, a file, or a line of one. */
export interface Problem {
  readonly at: string;
  readonly message: string;
}

/** Nothing was sent: the mapping or the data can't be used as they are. Lists everything that was found. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ at, message }) => `${at}: ${message}`).join('\n'));
  }
}
