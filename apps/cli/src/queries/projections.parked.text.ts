import type { ParkedDetails, ParkedSequence } from '@tenure/projections';
import { textTable } from '../text.table';
import { shown } from './answer.text';
import { fieldLines } from './field.text';

export function parkedLines(parked: readonly ParkedSequence[]): readonly string[] {
  return parked.length === 0 ? ['Nothing is parked.'] : textTable(COLUMNS, parked);
}

const COLUMNS = [
  { title: 'PROJECTION', value: ({ projection }: ParkedSequence) => projection },
  { title: 'SEQUENCE', value: ({ sequence }: ParkedSequence) => shown(sequence) },
  { title: 'POSITION', value: ({ position }: ParkedSequence) => `${position}`, alignRight: true },
  { title: 'TYPE', value: ({ type }: ParkedSequence) => shown(type) },
  { title: 'ATTEMPTS', value: ({ attempts }: ParkedSequence) => `${attempts}`, alignRight: true },
  { title: 'WAITING', value: ({ waitingEvents }: ParkedSequence) => `${waitingEvents}`, alignRight: true },
  { title: 'SINCE', value: ({ parkedAt }: ParkedSequence) => parkedAt },
  {
    title: 'ERROR',
    value: ({ error, request }: ParkedSequence) => `${request ? `(${request} asked for) ` : ''}${shown(error)}`,
  },
];

/** The event in full. */
export const detailLines = (parked: ParkedDetails): readonly string[] => fieldLines(readable(parked));

/** Positions are decimal strings; data and metadata are JSON where they are, else hexadecimal bytes. */
export const parkedJson = (parked: readonly ParkedSequence[] | ParkedDetails): string =>
  JSON.stringify(Array.isArray(parked) ? parked.map(readable) : readable(parked), undefined, 2);

const readable = (parked: object): object =>
  Object.fromEntries(
    Object.entries(parked).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'bigint' ? `${value}` : Buffer.isBuffer(value) ? contentOf(value) : value,
    ]),
  );

function contentOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return bytes.toString('hex');
  }
}
