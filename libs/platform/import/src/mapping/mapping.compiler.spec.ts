import type { CsvRow } from '../csv/csv.scanner';
import { ImportProblem, type Problem } from '../import.problem';
import type { Emission, Mapping, Node } from './mapping';
import { noCheck } from './command.check';
import { compileMapping, type CompiledMapping } from './mapping.compiler';
import { createMappingMemory } from './mapping.memory';

const COLUMNS = ['Case', 'Who', 'What', 'Amount', 'When', 'What#2'];

const rowsOf = (...texts: string[]): CsvRow[] =>
  texts.map((raw, index) => ({ line: index + 2, raw, fields: raw.split(',') }));

function compiled(mapping: Partial<Mapping>): CompiledMapping {
  const problems: Problem[] = [];
  const found = compileMapping(
    { name: 'test', emit: [], ...mapping },
    COLUMNS,
    createMappingMemory(),
    problems,
    noCheck,
  );
  if (problems.length > 0) throw new ImportProblem(problems);
  return found;
}

/** What an expression gives for a group of rows; the reason where it gives none. */
function valueOf(node: Node, rows: readonly CsvRow[], more: Partial<Mapping> = {}): unknown {
  const emit: Emission[] = [{ command: 'Say', key: ['key'], payload: { value: node } }];
  const [mapped] = compiled({ ...more, emit }).commandsOf(rows);
  if (!mapped || 'flaws' in mapped) return mapped?.flaws[0]?.reason;
  return Object.values(mapped.commands[0]?.payload ?? {})[0];
}

const [ROW = { line: 0, raw: '', fields: [] }] = rowsOf('A 1, Anna ,Call,-12.5,2012-05-01,x');
const GROUP = rowsOf('1,a,x,1.5,2012-05-03,q', '1,b,y,-0.25,2012-05-01,', '1,c,z,10,2012-05-02,r');

describe('expressions', () => {
  it.each<[Node, unknown]>([
    ['constant', 'constant'],
    [{ $column: 'Who' }, 'Anna'],
    [{ $column: 'Who', trim: false }, ' Anna '],
    [{ $column: 'What#2' }, 'x'],
    [{ $column: 'Who', case: 'upper' }, 'ANNA'],
    [{ $column: 'Case', slug: true }, 'a-1'],
    [{ $template: '{Case}/{Who}' }, 'A 1/Anna'],
    [{ $template: '{$name}!' }, 'Anna!'],
    [{ $column: 'Case', replace: [{ pattern: '^\\w ', with: '' }], as: 'integer' }, 1],
    [{ $column: 'What', map: { Call: 'phone' } }, 'phone'],
    [{ $column: 'What', map: { Mail: 'email' }, otherwise: 'other' }, 'other'],
    [{ $column: 'What', map: { Mail: 'email' } }, 'column What: "Call" is not in the map of the mapping'],
    [{ $column: 'What', as: 'boolean', true: ['Call'], false: ['Mail'] }, true],
    [{ $column: 'Who', as: 'boolean', true: ['Yes'], false: ['No'] }, 'column Who: "Anna" is none of Yes, No'],
    [
      { $column: 'Amount', as: 'money', currency: 'EUR', sign: 'absolute' },
      { amountMinor: 1250, currency: 'EUR' },
    ],
    [{ $column: 'Amount', as: 'minor-units', currency: 'JPY', rounding: 'half-up' }, -13],
    [
      { $column: 'Amount', as: 'minor-units', currency: 'JPY' },
      'column Amount: -12.5 is not a whole number, and the mapping states no rounding',
    ],
    [{ $column: 'Amount', as: 'decimal', sign: 'negate' }, '12.5'],
    [{ $column: 'Amount', as: 'number' }, -12.5],
    [{ $column: 'When', as: 'day', format: 'yyyy-MM-dd' }, '2012-05-01'],
    [{ $either: [{ $column: 'Who', replace: [{ pattern: '.+', with: '' }] }, 'x'] }, ''],
    [{ $choose: [{ when: { column: 'Amount', below: 0 }, then: 'out' }], otherwise: 'in' }, 'out'],
    [
      [{ $column: 'Who' }, { b: { $column: 'What' } }],
      ['Anna', { b: 'Call' }],
    ],
  ])('%j gives %j', (node, expected) =>
    expect(valueOf(node, [ROW], { values: { name: { $column: 'Who' } } })).toEqual(expected),
  );

  it.each<[Node, unknown]>([
    [
      { $sum: ['Amount'], as: 'money', currency: 'EUR' },
      { amountMinor: 1125, currency: 'EUR' },
    ],
    [{ $sum: ['Amount', 'Case'] }, '11.25'],
    [{ $sum: ['Amount', 'Who'] }, 'column Who: "a" is not a number'],
    [
      { $each: { who: { $column: 'Who' }, more: { $column: 'What#2' } } },
      [{ who: 'a', more: 'q' }, { who: 'b' }, { who: 'c', more: 'r' }],
    ],
    [{ $count: 'rows' }, 3],
    [{ $column: 'Who' }, 'a'],
    [{ $last: { $column: 'Who' } }, 'c'],
    [{ $least: { $column: 'When', as: 'day', format: 'yyyy-MM-dd' } }, '2012-05-01'],
    [{ $greatest: { $column: 'Amount', as: 'number' } }, 10],
  ])('%j over a group gives %j', (node, expected) => expect(valueOf(node, GROUP)).toEqual(expected));

  it('leaves an absent field out, and a template with it', () => {
    const row = rowsOf('1,N/A,x,1,2012-05-01,');
    const source = { absent: ['', 'N/A'] };
    expect(valueOf({ who: { $column: 'Who' }, greeting: { $template: 'Hi {Who}' } }, row, { source })).toEqual({});
    expect(valueOf({ $column: 'Who', default: 'nobody' }, row, { source })).toBe('nobody');
  });

  it('tells rows that repeat apart, and the same ones again in the next file', () => {
    const mapping: Partial<Mapping> = {
      values: { id: { $hash: '*', prefix: 'r-', countRepeats: true } },
      emit: [{ command: 'Say', key: [{ $value: 'id' }], payload: { id: { $value: 'id' } } }],
    };
    const memory = createMappingMemory();
    const { commandsOf } = compileMapping({ name: 'test', emit: [], ...mapping }, COLUMNS, memory, [], noCheck);
    const ids = () => {
      memory.startFile();
      return rowsOf('1,a,b,c,d,e', '1,a,b,c,d,e', '2,a,b,c,d,e').map(
        (row) => JSON.stringify(commandsOf([row])).match(/r-\w+/)?.[0],
      );
    };
    const first = ids();
    expect(new Set(first).size).toBe(3);
    expect(ids()).toEqual(first);
  });
});

describe('conditions', () => {
  const holds = (when: Emission['when'], group: readonly CsvRow[]): boolean[] => {
    const say: Emission = { command: 'Say', per: 'row', when, key: ['key'], payload: {} };
    const { commandsOf } = compiled({ groupBy: { columns: ['Case'] }, emit: [say] });
    return commandsOf(group).map((mapped) => 'commands' in mapped);
  };

  it.each<[Emission['when'], boolean[]]>([
    [{ column: 'Who', equals: 'b' }, [false, true, false]],
    [{ column: 'Who', notEquals: 'b' }, [true, false, true]],
    [{ column: 'Who', in: ['a', 'c'] }, [true, false, true]],
    [{ column: 'Who', matches: '^[ab]$' }, [true, true, false]],
    [{ column: 'What#2', is: 'absent' }, [false, true, false]],
    [{ column: 'What#2', is: 'present' }, [true, false, true]],
    [{ column: 'Amount', above: 1.5 }, [false, false, true]],
    [{ column: 'Amount', below: 1.5 }, [false, true, false]],
    [{ column: 'When', before: '2012-05-02' }, [false, true, false]],
    [{ column: 'When', after: { $first: { $column: 'When' } } }, [false, false, false]],
    [{ position: 'first' }, [true, false, false]],
    [{ position: 'last' }, [false, false, true]],
    [{ earlier: { column: 'Who', in: ['a', 'b'] } }, [false, true, true]],
    [{ earlier: { column: 'Who', in: ['a', 'b'] }, was: { column: 'Who', equals: 'a' } }, [false, true, false]],
    [{ all: [{ column: 'Amount', above: 0 }, { not: { position: 'last' } }] }, [true, false, false]],
    [{ any: [{ position: 'last' }, { column: 'Who', equals: 'a' }] }, [true, false, true]],
    [{ firstSeen: { $column: 'Case' } }, [true, false, false]],
    [{ changed: { $column: 'Who' }, within: { $column: 'Case' } }, [false, true, true]],
  ])('%j', (when, expected) => expect(holds(when, GROUP)).toEqual(expected));

  it('asks whether a key was seen only where all else holds', () => {
    const when = { all: [{ firstSeen: { $column: 'Case' } }, { column: 'Who', equals: 'b' }] };
    expect(holds(when, GROUP)).toEqual([false, true, false]);
  });
});

describe('command ids', () => {
  const idsOf = (name: string, key: readonly Node[], row: CsvRow): string | undefined =>
    JSON.stringify(compiled({ name, emit: [{ command: 'Say', key, payload: {} }] }).commandsOf([row])).match(
      /"commandId":"(.+?)"/,
    )?.[1];

  it('follow from mapping, command and key alone', () => {
    const [moved = ROW] = rowsOf('A 1,Bert,Mail,7,2013-05-01,y');
    const key = [{ $column: 'Case' }];
    expect(idsOf('m', key, ROW)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idsOf('m', key, { ...moved, line: 99 })).toBe(idsOf('m', key, ROW));
    expect(idsOf('n', key, ROW)).not.toBe(idsOf('m', key, ROW));
    expect(idsOf('m', [{ $column: 'Who' }], ROW)).not.toBe(idsOf('m', key, ROW));
  });

  it('do not run parts of a key together', () =>
    expect(idsOf('m', ['a', 'bc'], ROW)).not.toBe(idsOf('m', ['ab', 'c'], ROW)));
});
