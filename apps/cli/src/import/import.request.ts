import type { Config } from '@tenure/config';
import type { Terminal } from '../terminal';

export interface ImportOptions {
  readonly mapping: string;
  readonly rejects?: string;
  readonly json?: boolean;
}

export interface ImportRequest {
  readonly config: Config;
  readonly files: readonly string[];
  readonly options: ImportOptions;
  readonly terminal: Terminal;
}
