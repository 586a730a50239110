import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { addAutomationMetrics, addIngressMetrics } from './automation.metrics';
import type { MetricsSource } from './metrics.source';
import { addProjectionMetrics } from './projection.metrics';
import { addRelayMetrics } from './relay.metrics';

/** How long the figures may take; what is not there by then is left out of the answer. */
const LIMIT_MS = 3_000;

/** The platform's figures in the text format of Prometheus, and those of this process. */
export class PlatformMetrics {
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
  readonly #process = new Registry();

  constructor(private readonly source: MetricsSource) {
    collectDefaultMetrics({ register: this.#process });
  }

  /** Never rejects where something can't be asked: `tenure_read_models_up` and `tenure_relay_up` say so. */
  async text(): Promise<string> {
    const { projections, tables, relay, automations, ingress } = this.source;
    const [readModels, relayStatus] = await Promise.all([
      inTime(async () => Promise.all([projections(), tables()])),
      relay && inTime(relay),
    ]);
    const registry = new Registry();
    addUp(registry, 'tenure_read_models_up', 'Whether the read models could be asked.', readModels !== undefined);
    if (readModels) addProjectionMetrics(registry, ...readModels);
    if (relay) addUp(registry, 'tenure_relay_up', 'Whether the relay could be asked.', relayStatus !== undefined);
    if (relayStatus) addRelayMetrics(registry, relayStatus);
    if (automations) addAutomationMetrics(registry, automations());
    if (ingress) addIngressMetrics(registry, ingress());
    return (await registry.metrics()) + (await this.#process.metrics());
  }
}

function addUp(registry: Registry, name: string, help: string, isUp: boolean): void {
  new Gauge({ name, help, registers: [registry] }).set(isUp ? 1 : 0);
}

async function inTime<T>(ask: () => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), LIMIT_MS)));
  return Promise.race([ask().catch(() => undefined), tooLate]).finally(() => clearTimeout(timer));
}
