/** npm passes on a Ctrl-C that the terminal has sent already: what follows within this time is the same one. */
const SAME_REQUEST_MS = 700;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface StopRequest {
  /** Resolves at the first Ctrl-C (or SIGTERM, or when the terminal closes). */
  readonly requested: Promise<void>;
  release(): void;
}

/** `onSecond` is called when somebody is not willing to wait for the stop they asked for. */
export function awaitStopRequest(onSecond: () => void): StopRequest {
  let firstAtMs: number | undefined;
  let resolve: () => void;
  const requested = new Promise<void>((resolveRequested) => (resolve = resolveRequested));
  const onSignal = () => {
    const nowMs = performance.now();
    if (firstAtMs !== undefined && nowMs - firstAtMs > SAME_REQUEST_MS) return onSecond();
    firstAtMs ??= nowMs;
    resolve();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    requested,
    release: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
