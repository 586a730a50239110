import fc from 'fast-check';
import { decideAppend, type StreamHead, type WrittenEvents } from './append.decision';
import { decideSoftDelete, decideTombstone } from './delete.decision';

const head = (change: Partial<StreamHead> = {}): StreamHead => ({
  lastRevision: -1,
  isTombstoned: false,
  isSoftDeleted: false,
  hasMetadata: false,
  ...change,
});
/** A stream whose events have these ids, the cache holding all or none of them. */
const streamOf = (ids: string[], isCached: boolean): WrittenEvents => ({
  revisionOf: (id) => (isCached && ids.includes(id) ? ids.indexOf(id) : undefined),
  idAt: (revision) => ids[revision],
});

describe('deciding an append', () => {
  it('writes new events to a new stream, whatever the expectation that fits it', () => {
    for (const expected of ['any', 'no_stream'] as const) {
      expect(decideAppend(head(), expected, ['a'], streamOf([], true))).toEqual({ kind: 'write' });
    }
  });

  it('finds a repetition at its place without the cache', () => {
    const decision = decideAppend(head({ lastRevision: 2 }), 0, ['b', 'c'], streamOf(['a', 'b', 'c'], false));
    expect(decision).toEqual({ kind: 'already-written', lastRevision: 2 });
  });

  it('can not find a repetition anywhere without the cache', () => {
    const decision = decideAppend(head({ lastRevision: 2 }), 'any', ['b'], streamOf(['a', 'b', 'c'], false));
    expect(decision).toEqual({ kind: 'write' });
  });

  it('yields the same outcome for a repeated append as for the first, at any split of a history', () => {
    const history = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(), fc.boolean(), (ids, startSeed, lengthSeed, isCached) => {
        const start = startSeed % ids.length;
        const batch = ids.slice(start, start + 1 + (lengthSeed % (ids.length - start)));
        const written = streamOf(ids, isCached);
        const expected = start === 0 ? 'no_stream' : start - 1;
        const decision = decideAppend(head({ lastRevision: ids.length - 1 }), expected, batch, written);
        expect(decision).toEqual({ kind: 'already-written', lastRevision: start + batch.length - 1 });
      }),
    );
  });

  it.each([
    { name: 'a tombstoned stream', state: head({ isTombstoned: true }), expected: 'any', kind: 'stream-deleted' },
    {
      name: 'a soft-deleted one that shall exist',
      state: head({ isSoftDeleted: true }),
      expected: 'stream_exists',
      kind: 'stream-deleted',
    },
    {
      name: 'a missing one that shall exist',
      state: head(),
      expected: 'stream_exists',
      kind: 'wrong-expected-version',
    },
    { name: 'a revision ahead', state: head({ lastRevision: 3 }), expected: 4, kind: 'wrong-expected-version' },
    { name: 'a revision behind', state: head({ lastRevision: 3 }), expected: 1, kind: 'wrong-expected-version' },
  ] as const)('refuses $name', ({ state, expected, kind }) => {
    expect(decideAppend(state, expected, ['new'], streamOf(['a', 'b', 'c', 'd'], true))).toEqual({ kind });
  });
});

describe('deciding a deletion', () => {
  it('needs something to delete, unless it is for ever', () => {
    expect(decideSoftDelete(head(), 'any')).toBe('wrong-expected-version');
    expect(decideSoftDelete(head({ hasMetadata: true }), 'no_stream')).toBe('delete');
    expect(decideTombstone(head(), 'no_stream')).toBe('delete');
  });

  it('holds to the expected revision', () => {
    expect(decideTombstone(head({ lastRevision: 4 }), 4)).toBe('delete');
    expect(decideTombstone(head({ lastRevision: 4 }), 3)).toBe('wrong-expected-version');
    expect(decideTombstone(head(), 'stream_exists')).toBe('wrong-expected-version');
    expect(decideTombstone(head({ isTombstoned: true }), 'any')).toBe('stream-deleted');
  });
});
