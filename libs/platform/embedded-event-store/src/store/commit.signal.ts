type Wake = () => void;

/** A wait for the next commit; `wake` also ends it from outside, for instance when the reader goes away. */
export type CommitWait = { promise: Promise<void>; wake: Wake };

/** Wakes those who wait for events: of one stream, or of any. */
export class CommitSignal {
  private any = new Set<Wake>();
  private readonly byStream = new Map<string, Set<Wake>>();

  waitForAny(): CommitWait {
    return wait(this.any);
  }

  waitForStream(streamName: string): CommitWait {
    const waiting = this.byStream.get(streamName) ?? new Set<Wake>();
    this.byStream.set(streamName, waiting);
    return wait(waiting, () => {
      if (waiting.size === 0 && this.byStream.get(streamName) === waiting) this.byStream.delete(streamName);
    });
  }

  notify(streamNames: Iterable<string>): void {
    const any = this.any;
    this.any = new Set();
    for (const wake of any) wake();
    if (this.byStream.size === 0) return;
    for (const name of new Set(streamNames)) {
      for (const wake of [...(this.byStream.get(name) ?? [])]) wake();
    }
  }
}

function wait(waiting: Set<Wake>, onDone: Wake = () => undefined): CommitWait {
  let wake: Wake = () => undefined;
  const promise = new Promise<void>((resolve) => {
    wake = () => {
      waiting.delete(wake);
      onDone();
      resolve();
    };
  });
  waiting.add(wake);
  return { promise, wake };
}
