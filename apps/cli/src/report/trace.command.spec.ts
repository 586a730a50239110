import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runCli } from '../cli';
import { memoryTerminal } from '../testing/memory.terminal';

const TRACE = {
  of: 'metric:csat',
  nodes: [
    { id: 'measure:m-1', title: { zh: '第二承运商', en: '第二承运商' }, note: { zh: '有效', en: 'effective' } },
    { id: 'metric:csat', title: { zh: '客户满意度', en: 'Customer satisfaction' }, note: null },
  ],
  edges: [{ from: 'measure:m-1', to: 'metric:csat' }],
};

describe('trace', () => {
  it.each([
    ['cases', '/complaints/csat/trace'],
    ['problems', '/problems/csat/trace'],
    ['measures', '/measures/csat/trace'],
    ['metrics', '/customer-metrics/csat/trace'],
  ])('of %s says what leads to what', async (command, path) => {
    let asked: string | undefined;
    const server = createServer(({ url }, response) => {
      asked = url;
      response.end(JSON.stringify(TRACE));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const terminal = memoryTerminal();
    const args = [command, 'trace', 'csat', '--titles', 'zh', '--url', `http://127.0.0.1:${port}`];
    expect(await runCli(args, terminal)).toBe(0);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toBe(path);
    expect(terminal.printed).toEqual([
      'WHAT         TITLE       STANDING  LEADS TO',
      'measure:m-1  第二承运商  有效      metric:csat',
      'metric:csat  客户满意度  –         –',
    ]);
  });
});
