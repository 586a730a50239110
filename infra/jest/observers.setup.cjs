/* global afterAll */
/**
 * What the modules of a test file observe of their process for as long as it lives (prom-client has no way to stop) ends with
 * the file: it would keep all that the file loaded, some 50 MB, in the memory of Jest's worker.
 */
const perf = require('node:perf_hooks');

const { monitorEventLoopDelay } = perf;
const { observe } = perf.PerformanceObserver.prototype;
const endings = [];

perf.PerformanceObserver.prototype.observe = function (options) {
  endings.push(() => this.disconnect());
  observe.call(this, options);
};
perf.monitorEventLoopDelay = (options) => {
  const histogram = monitorEventLoopDelay(options);
  endings.push(() => histogram.disable());
  return histogram;
};

afterAll(() => {
  perf.PerformanceObserver.prototype.observe = observe;
  perf.monitorEventLoopDelay = monitorEventLoopDelay;
  for (const end of endings) end();
});
