import { RelayProgress } from './relay.progress';

const STALLED_AFTER_MS = 10_000;

describe('progress of the relay', () => {
  let nowMs = 0;
  let progress: RelayProgress;

  beforeEach(() => {
    nowMs = Date.UTC(2024, 4, 1);
    progress = new RelayProgress(STALLED_AFTER_MS, () => nowMs);
  });

  const leadFrom = (position: bigint | undefined) => {
    progress.become('leader');
    progress.resumeAt(position);
  };

  it('is healthy at the head of the log, however long nothing happens', () => {
    leadFrom(100n);
    nowMs += 3_600_000;
    progress.compareWith(100n);
    expect(progress.status(100n)).toMatchObject({ healthy: true, lagEvents: 0, secondsSinceProgress: 0 });
  });

  it('is not healthy once it has been behind for too long without getting anywhere', () => {
    leadFrom(100n);
    nowMs += STALLED_AFTER_MS;
    expect(progress.isStalled(200n)).toBe(false);
    nowMs += 1;
    expect(progress.isStalled(200n)).toBe(true);
    expect(progress.status(200n)).toMatchObject({ healthy: false, position: 100n, head: 200n });
    progress.advance(150n, 5);
    expect(progress.status(200n)).toMatchObject({ healthy: true, secondsSinceProgress: 0, lagEvents: 5 });
  });

  it('gains nothing by beginning again', () => {
    leadFrom(100n);
    for (let attempt = 0; attempt < 3; attempt++) {
      nowMs += STALLED_AFTER_MS;
      leadFrom(100n);
    }
    expect(progress.status(200n).healthy).toBe(false);
  });

  it('is not healthy where Kafka stays out of reach, and a standby is', () => {
    nowMs += STALLED_AFTER_MS + 1;
    expect(progress.status(200n)).toMatchObject({ role: 'connecting', healthy: false });
    progress.become('standby');
    nowMs += STALLED_AFTER_MS + 1;
    expect(progress.status(200n)).toEqual({
      role: 'standby',
      healthy: true,
      head: 200n,
      secondsSinceProgress: STALLED_AFTER_MS / 1000 + 0.001,
    });
  });

  it('tells the last failure and when it was', () => {
    progress.fail(new Error('no broker'));
    expect(progress.status(undefined).lastFailure).toEqual({ message: 'no broker', at: '2024-05-01T00:00:00.000Z' });
  });
});
