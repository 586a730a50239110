import { Readable } from 'node:stream';
import type { ChangeMessage } from '@tenure/projections';
import { changesText } from './changes.text';

const MESSAGES: readonly ChangeMessage[] = [
  { kind: 'reset', version: 3, position: 70n },
  { kind: 'rows', rows: [{ key: 'a', row: { id: 'a', at: 60n } }], position: 70n, cursor: undefined },
  { kind: 'rows', rows: [], position: 70n, cursor: '70.1' },
  {
    kind: 'rows',
    rows: [
      { key: 'a', row: { text: 'two\nlines' } },
      { key: 'b', row: {} },
    ],
    position: 90n,
    cursor: '90.1',
  },
  { kind: 'caught-up', position: 90n, cursor: '90.1' },
];

async function* all(messages: readonly ChangeMessage[]): AsyncGenerator<ChangeMessage> {
  yield* messages;
}

const never = { next: () => new Promise<IteratorResult<ChangeMessage>>(() => undefined) };

describe('changes as server-sent events', () => {
  it('have an id where a reader can go on, and none in between', async () => {
    let text = '';
    for await (const part of changesText(all(MESSAGES), 60_000)) text += part;
    expect(text.split('\n\n')).toEqual([
      'retry: 2000',
      'event: reset\nid:\ndata: {"version":3,"position":"70"}',
      'event: row\ndata: {"position":"70","key":"a","row":{"id":"a","at":"60"}}',
      'event: row\ndata: {"position":"90","key":"a","row":{"text":"two\\nlines"}}',
      'event: row\nid: 90.1\ndata: {"position":"90","key":"b","row":{}}',
      'event: caught-up\nid: 90.1\ndata: {"position":"90"}',
      '',
    ]);
  });

  it('say now and then that they are still there', async () => {
    const text = changesText(never, 1);
    expect((await text.next()).value).toBe('retry: 2000\n\n');
    expect((await text.next()).value).toBe(': heartbeat\n\n');
  });

  it('are not read ahead of whoever reads them', async () => {
    let told = 0;
    const messages = {
      next: async (): Promise<IteratorResult<ChangeMessage>> => ({
        value: { kind: 'caught-up', position: BigInt(told++), cursor: undefined },
      }),
    };
    const stream = Readable.from(changesText(messages, 60_000), { highWaterMark: 1 });
    for (let turn = 0; turn < 5; turn++) {
      for (let wait = 0; wait < 20; wait++) await new Promise(setImmediate);
      expect(told).toBeLessThanOrEqual(turn + 2);
      stream.read();
    }
    stream.destroy();
  });
});
