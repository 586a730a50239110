import { cutPage, decodeCursor } from './paging';
import { ProblemError } from './problem.error';

const by = { item: (row: { id: string }) => row.id, key: (row: { id: string }) => ['2024', row.id] };

describe('paging', () => {
  it('has a cursor exactly where there is more', () => {
    const rows = [{ id: 'a' }, { id: 'b' }, { id: '三' }];
    expect(cutPage(rows, 3, by)).toEqual({ items: ['a', 'b', '三'] });
    const page = cutPage(rows, 2, by);
    expect(page.items).toEqual(['a', 'b']);
    expect(decodeCursor(page.next, 2)).toEqual(['2024', 'b']);
  });

  it.each(['x', '', Buffer.from('["a"]').toString('base64url'), Buffer.from('[1,2]').toString('base64url')])(
    'refuses %p as a cursor',
    (cursor) => expect(() => decodeCursor(cursor, 2)).toThrow(ProblemError),
  );
});
