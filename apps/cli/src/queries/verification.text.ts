import type { RowDifference, Verification } from '@tenure/projections';
import type { Terminal } from '../terminal';
import { shown } from './answer.text';

/** What a verification came to, for people. */
export function verificationLines(found: Verification, { green, red, yellow }: Terminal['colours']): readonly string[] {
  const { projection, position, rows, events, sample } = found;
  const what = sample ? `${number(rows)} sampled rows (seed ${sample.seed})` : `${number(rows)} rows`;
  const at = `at position ${position ?? '–'}`;
  const verdict = found.isComplete
    ? green(`${projection} is complete: ${what} ${at} are what the events give.`)
    : red(`${projection} is not what the events give: of ${what} ${at}, ${countsText(found)}.`);
  return [
    verdict,
    ...(found.first ? differenceLines(found.first) : []),
    ...(found.parked > 0 ? [yellow(parkedText(found.parked))] : []),
    ...found.unfoldable.map(({ type, position: place, stream, reason }) =>
      yellow(`The fold refuses ${type} at position ${place} of ${shown(stream)}: ${shown(reason)}`),
    ),
    `${number(events)} events were read.`,
  ];
}

/** The same for programs: positions and other large numbers are decimal strings. */
export const verificationJson = (found: Verification): string => JSON.stringify(found, withBigints, 2);

const number = (value: number): string => value.toLocaleString('en');

const countsText = ({ differing, missing, surplus }: Verification): string =>
  `${number(differing)} differ, ${number(missing)} are missing and ${number(surplus)} are too many`;

const parkedText = (parked: number): string =>
  `${number(parked)} sequences are parked: rows were compared as they are without their events.`;

function differenceLines(first: RowDifference): readonly string[] {
  const key = shown(first.key.join(', '));
  switch (first.kind) {
    case 'differs':
      return [
        `The first: ${key}`,
        ...first.columns.map(
          ({ column, expected, found }) => `  ${column}: expected ${valueText(expected)}, found ${valueText(found)}`,
        ),
      ];
    case 'missing':
      return [`The first: ${key} is missing; expected ${valueText(first.expected)}`];
    case 'surplus':
      return [`The first: ${key} is too many; found ${valueText(first.found)}`];
  }
}

/** JSON, so that a text that looks like a number, and what can't be seen, can be told from others. */
const valueText = (value: unknown): string => JSON.stringify(value, withBigints);

const withBigints = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value);
