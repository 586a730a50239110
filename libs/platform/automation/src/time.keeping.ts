import type { Process } from './process';

/** Lets a process keep time while time runs, and stops it while it stands still. */
export class TimeKeeping {
  #stop: AbortController | undefined;
  #kept: Promise<void> = Promise.resolve();

  constructor(
    private readonly process: Process,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  get runs(): boolean {
    return this.#stop !== undefined;
  }

  /** Not awaited: what keeps time may be waiting for the batch that is at hand. */
  run(timeRuns: boolean): void {
    if (timeRuns === this.runs) return;
    this.#stop?.abort();
    this.#stop = undefined;
    if (!timeRuns) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#kept = this.#kept.then(() => this.#keep(stop.signal));
  }

  async end(): Promise<void> {
    this.run(false);
    await this.#kept;
  }

  async #keep(signal: AbortSignal): Promise<void> {
    try {
      if (!signal.aborted) await this.process.keepTime?.(signal);
    } catch (error) {
      if (!signal.aborted) this.onFailure(error);
    }
  }
}
