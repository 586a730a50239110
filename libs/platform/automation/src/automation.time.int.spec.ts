import { until } from '@tenure/local-servers/testing';
import type { Process } from './process';
import { record } from './testing/recorded.log';
import { feedOf, paid, startAutomations, type RunningAutomations } from './testing/running.automations';

const started = { type: 'HistoryLoadStarted', data: { loadId: 'load-1' } };
const finished = { type: 'HistoryLoadFinished', data: { loadId: 'load-1' } };

describe('the time of an automation', () => {
  let automations: RunningAutomations;

  beforeAll(async () => {
    automations = await startAutomations();
  });
  afterEach(() => automations.closeAll());
  afterAll(() => automations.stop());

  it('keeps time once it has caught up, except while history is being loaded, also over a restart', async () => {
    const kept: string[] = [];
    const keeping = async (): Promise<Process> => ({
      handle: () => Promise.resolve(undefined),
      keepTime: (signal) =>
        new Promise((resolve) => {
          kept.push('runs');
          signal.addEventListener('abort', () => (kept.push('stands still'), resolve()), { once: true });
        }),
    });
    const feed = feedOf(...paid(1, 2, 3));
    const automation = automations.start('time', feed, keeping);
    await until(() => kept.length === 1);
    expect(automation.position).toBe(3n);
    feed.append(...record([started, ...paid(4)], 3));
    await until(() => kept.length === 2);
    await automation.close();
    const restarted = automations.start('time', feed, keeping);
    feed.append(...record(paid(5), 5));
    await until(() => restarted.position === 6n);
    expect(kept).toEqual(['runs', 'stands still']);
    feed.append(...record([finished], 6));
    await until(() => kept.length === 3);
    expect(kept).toEqual(['runs', 'stands still', 'runs']);
  });

  it('starts again when keeping time fails', async () => {
    let opened = 0;
    const feed = feedOf(...paid(1));
    const automation = automations.start('late', feed, async () => {
      const attempt = ++opened;
      const keepTime = () => (attempt === 1 ? Promise.reject(new Error('no time')) : Promise.resolve());
      return { ...automations.taking('late'), keepTime };
    });
    await until(() => opened === 2 && automation.position === 1n);
    expect(automations.failures).toEqual(['Error: no time']);
    expect(await automations.taken('late')).toEqual([1]);
  });
});
