import type { InputFile } from '../input/input.files';
import type { Mapping } from '../mapping/mapping';
import type { CommandFate, ImportCommand } from '../sending/import.sink';

/** The commands of rows that share one fate. */
export interface Unit {
  readonly id: number;
  readonly orderKey: string;
  readonly commands: readonly ImportCommand[];
}

/** What became of a unit: one fate for each of its commands that was sent, in order. */
export interface UnitFate {
  readonly id: number;
  readonly fates: readonly CommandFate[];
}

/** What a reader is made for; plain data, since it crosses a thread. */
export interface ReaderSettings {
  readonly mappingFile: string;
  readonly rejectsFile: string;
  readonly checkModule?: string;
  /** Commands that may be under way between reading and settling. */
  readonly mostCommandsUnderWay: number;
}

/** What it reads; plain data as well. */
export interface ReaderJob {
  readonly mapping: Mapping;
  readonly files: readonly InputFile[];
}
