import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './testing';
import { planLaunch } from './postgres.account';
import { signalReaches } from './process.identity';

const SERVER = 'process.stdout.write("up"); setInterval(() => {}, 1000)';

/** Starts the planned server as we do, says its process id, and waits to be killed. */
const OWNER = `
  const { command, args, account } = JSON.parse(process.argv[1]);
  const child = require('node:child_process').spawn(command, args, { ...account, detached: true });
  child.stdout.once('data', () => console.log(child.pid));
  setInterval(() => {}, 1000);
`;

it('tells a server on Linux to stop when its owner is killed, and passes through a closed folder as root', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-launch-'));
  const launch = planLaunch(process.execPath, ['-e', SERVER], [folder]);
  const owner = spawn(process.execPath, ['-e', OWNER, JSON.stringify(launch)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line: unknown = (await once(owner.stdout, 'data'))[0];
  const pid = Number(String(line));
  expect(signalReaches(pid)).toBe(true);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  if (process.platform !== 'linux') process.kill(pid, 'SIGINT');
  await until(() => !signalReaches(pid), 'it has ended');
  await rm(folder, { recursive: true });
});
