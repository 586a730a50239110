import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../cli';
import { memoryTerminal } from '../testing/memory.terminal';

const PAGE = '<!doctype html><title>2011-11</title>';

/** Against what answers as a platform would, or breaks off as one that is killed. */
describe('tenure report month', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'tenure-report-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function asked(answer: RequestListener, ...args: readonly string[]) {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const terminal = memoryTerminal();
    const out = join(folder, 'report.html');
    const url = `http://127.0.0.1:${port}`;
    const exitCode = await runCli(['report', 'month', ...args, '--out', out, '--url', url], terminal);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    return { exitCode, noted: terminal.noted.join('\n'), files: await readdir(folder) };
  }

  it('writes what it is given, in the language and format asked for', async () => {
    let path: string | undefined;
    const answer: RequestListener = ({ url }, response) => {
      path = url;
      response.end(PAGE);
    };
    const { exitCode, noted, files } = await asked(answer, '2011-11', '--language', 'en');
    expect([exitCode, files]).toEqual([0, ['report.html']]);
    expect(noted).toMatch(/^Written to .*report\.html$/);
    expect(path).toBe('/reports/months/2011-11?language=en&format=html');
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe(PAGE);
  });

  it('says why there is none, and writes nothing', async () => {
    const refused: RequestListener = (_request, response) => {
      response.writeHead(404, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ detail: 'Nothing is known to have happened in 2003-07: there is no report' }));
    };
    expect(await asked(refused, '2003-07')).toEqual({
      exitCode: 1,
      noted: 'Nothing is known to have happened in 2003-07: there is no report',
      files: [],
    });
  });

  it('writes nothing of an answer that breaks off', async () => {
    const cut: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000000' });
      response.write(PAGE, () => response.destroy());
    };
    const { exitCode, noted, files } = await asked(cut, '2011-11');
    expect([exitCode, files]).toEqual([1, []]);
    expect(noted).toMatch(/^The answer of http:\S+ broke off/);
  });

  it.each(['2011-13', '2011', 'November'])('takes %s for a wrong command line', async (month) => {
    const { exitCode, files } = await asked((_request, response) => response.end(PAGE), month);
    expect([exitCode, files]).toEqual([2, []]);
  });
});
