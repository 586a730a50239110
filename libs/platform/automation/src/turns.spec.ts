import { Turns } from './turns';

describe('turns', () => {
  it('are taken one after the other', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const first = await turns.take();
    const second = turns.take().then((giveBack) => {
      seen.push('second');
      giveBack();
    });
    const third = turns.take(new AbortController().signal).then(() => seen.push('third'));
    seen.push('first');
    first();
    await Promise.all([second, third]);
    expect(seen).toEqual(['first', 'second', 'third']);
  });

  it('are not waited for any more once that is said, and go on to the next', async () => {
    const turns = new Turns();
    const first = await turns.take();
    const stop = new AbortController();
    const second = turns.take(stop.signal);
    const third = turns.take();
    stop.abort();
    await expect(second).rejects.toThrow('Nobody waits');
    await expect(turns.take(stop.signal)).rejects.toThrow('Nobody waits');
    first();
    expect(await third).toBeInstanceOf(Function);
  });
});
