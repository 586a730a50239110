import { DeadlineWatch, NoAnswerError } from './deadline.watch';

describe('deadline watch', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('rejects what takes too long, and only that', async () => {
    const watch = new DeadlineWatch(1_000);
    const never = watch.within(new Promise(() => undefined));
    const rejected = expect(never).rejects.toThrow(NoAnswerError);
    await expect(watch.within(Promise.resolve('done'))).resolves.toBe('done');
    await expect(watch.within(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    jest.advanceTimersByTime(500);
    const later = watch.within(new Promise((resolve) => setTimeout(() => resolve('late'), 900)));
    await jest.advanceTimersByTimeAsync(600);
    await rejected;
    await jest.advanceTimersByTimeAsync(400);
    await expect(later).resolves.toBe('late');
  });

  it('leaves no timer behind', async () => {
    const watch = new DeadlineWatch(1_000);
    await watch.within(Promise.resolve());
    await jest.advanceTimersByTimeAsync(200);
    expect(jest.getTimerCount()).toBe(0);
  });
});
