import { createInstantReader } from '../values/instant.reader';
import { remembered } from '../values/remembered';
import { decimalReader, numberWriter, type Converted } from './number.conversion';
import { checkConversion } from './conversion.check';
import type { Conversion, Scalar } from './mapping';
import { flaw, type Compiling, type Compute, type Scope } from './scope';

/** Turns the text that `read` finds into a value; `label` names where it came from in what is said of it. */
export function compileConversion(
  compiling: Compiling,
  conversion: Conversion,
  path: string,
  label: string,
  read: (scope: Scope) => string | undefined,
): Compute {
  if (!checkConversion(compiling, conversion, path)) return () => undefined;
  const absent = new Set(compiling.source.absent ?? ['']);
  const prepare = compileText(conversion);
  const convert = conversion.map
    ? tableReader(conversion.map, conversion.otherwise)
    : compileType(compiling, conversion);
  const { trim = true, default: fallback } = conversion;

  return (scope) => {
    const found = read(scope);
    const text = trim ? found?.trim() : found;
    if (text === undefined || absent.has(text)) return fallback;
    const converted = convert(prepare(text));
    return 'value' in converted ? converted.value : flaw(scope, `${label}: ${converted.reason}`);
  };
}

function compileText({ replace = [], case: letters, slug }: Conversion): (text: string) => string {
  const steps: ((text: string) => string)[] = replace.map(({ pattern, with: replacement }) => {
    const expression = new RegExp(pattern, 'gu');
    return (text) => text.replace(expression, replacement);
  });
  if (letters === 'upper') steps.push((text) => text.toUpperCase());
  if (letters === 'lower') steps.push((text) => text.toLowerCase());
  if (slug) steps.push(slugOf);
  return (text) => steps.reduce((current, step) => step(current), text);
}

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function compileType(compiling: Compiling, conversion: Conversion): (text: string) => Converted {
  const kind = conversion.as ?? 'string';
  switch (kind) {
    case 'string':
      return (text) => ({ value: text });
    case 'boolean':
      return booleanReader(conversion);
    case 'instant':
    case 'day': {
      const zone = conversion.timeZone ?? compiling.source.timeZone ?? 'UTC';
      const read = createInstantReader(conversion.format ?? 'iso', zone, kind);
      return (text) => {
        const reading = read(text);
        return reading.ok ? { value: reading.iso } : { reason: reading.reason };
      };
    }
    case 'integer':
    case 'number':
    case 'decimal':
    case 'money':
    case 'minor-units': {
      const [read, write] = [decimalReader(compiling.source), numberWriter(kind, conversion)];
      return remembered((text) => {
        const number = read(text);
        return number ? write(number) : { reason: `${quoted(text)} is not a number` };
      });
    }
  }
}

function tableReader(map: Readonly<Record<string, Scalar>>, otherwise?: Scalar): (text: string) => Converted {
  const table = new Map(Object.entries(map));
  return (text) => {
    const value = table.get(text) ?? otherwise;
    return value === undefined ? { reason: `${quoted(text)} is not in the map of the mapping` } : { value };
  };
}

function booleanReader({ true: yes = [], false: no = [] }: Conversion): (text: string) => Converted {
  const words = new Map([...yes.map((word) => [word, true] as const), ...no.map((word) => [word, false] as const)]);
  return (text) => {
    const value = words.get(text);
    const expected = [...words.keys()].join(', ');
    return value === undefined ? { reason: `${quoted(text)} is none of ${expected}` } : { value };
  };
}

const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
