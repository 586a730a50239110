import { formatCursor, parseCursor } from './change.cursor';

describe('a cursor of changes', () => {
  it('is text that says position and generation', () => {
    expect(formatCursor({ position: 10432n, generation: 2n })).toBe('10432.2');
    expect(parseCursor('10432.2')).toEqual({ position: 10432n, generation: 2n });
  });
  it.each(['', '10432', '10432.', '.2', '-1.2', '1.2.3', '1e3.0', '9223372036854775808.0', `${'9'.repeat(20)}.0`])(
    'is not %j',
    (text) => expect(parseCursor(text)).toBeUndefined(),
  );
});
