import { StallWatch } from './stall.watch';

describe('StallWatch', () => {
  let nowMs = 0;
  let watch: StallWatch;
  beforeEach(() => {
    nowMs = 0;
    watch = new StallWatch(1_000, () => nowMs);
  });
  const look = (atMs: number, position: bigint | undefined, isBehind = true) => {
    nowMs = atMs;
    return watch.stalledMs({ name: 'a', position, isBehind });
  };

  it('tells of one that is behind and does not move for longer than the limit', () => {
    expect([look(0, 5n), look(1_000, 5n), look(1_001, 5n), look(5_000, 5n)]).toEqual([
      undefined,
      undefined,
      1_001,
      5_000,
    ]);
  });
  it('lets one that moves be as slow as it may', () =>
    expect([look(0, 5n), look(999, 6n), look(1_998, 7n)]).toEqual([undefined, undefined, undefined]));
  it('does not count the time that it was caught up', () =>
    expect([look(0, 5n), look(900, 5n, false), look(1_200, 5n), look(2_201, 5n)]).toEqual([
      undefined,
      undefined,
      undefined,
      1_001,
    ]));
  it('is over once it moves', () =>
    expect([look(0, 5n), look(2_000, 5n), look(2_001, 6n)]).toEqual([undefined, 2_000, undefined]));
  it('tells of one that never begins', () =>
    expect([look(0, undefined), look(2_000, undefined)]).toEqual([undefined, 2_000]));
});
