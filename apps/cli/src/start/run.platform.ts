import 'reflect-metadata';
import type { Config } from '@tenure/config';
import { CliFailure } from '../cli-failure.error';
import { openLog } from '../log';
import type { Terminal } from '../terminal';
import { startPlatform } from './platform';
import { loadSampleOnce } from './sample.load';
import { StartReport } from './start.report';
import { awaitStopRequest } from './stop.request';

const FORCED_EXIT_CODE = 130;

/** Runs the platform until it is asked to stop. Rejects where it can't start or loses one of its servers. */
export async function runPlatform(config: Config, terminal: Terminal, json: boolean): Promise<void> {
  const log = openLog(config);
  const report = new StartReport(terminal, json);
  // What runs as children ends with this process, also where nothing is left to ask it to.
  const stop = awaitStopRequest(() => process.exit(FORCED_EXIT_CODE));
  let lose: (error: Error) => void = () => undefined;
  const lost = new Promise<never>((_resolve, reject) => {
    lose = ({ message }) => reject(new CliFailure(`The platform stopped, for it lost a server: ${message}`));
  });
  lost.catch(() => undefined);
  try {
    const platform = await startPlatform({
      config,
      log,
      onLost: (error) => lose(error),
      onNotice: (line) => report.notice(line),
    });
    const leave = new AbortController();
    try {
      report.running(platform);
      const loaded = loadSampleOnce({ config, platform, report, signal: leave.signal });
      await Promise.race([stop.requested, lost, loaded.then(() => stop.requested)]);
      leave.abort();
      await loaded.catch(() => undefined);
    } finally {
      leave.abort();
      report.stopping();
      await platform.close();
    }
    report.stopped();
  } finally {
    stop.release();
  }
}
