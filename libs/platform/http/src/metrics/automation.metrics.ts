import { Counter, Gauge, type Registry } from 'prom-client';
import type { AutomationStatus, IngressStatus } from './automation.status';

/** Adds the figures of what acts on the log to a registry that lives for one answer. */
export function addAutomationMetrics(registry: Registry, automations: readonly AutomationStatus[]): void {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `tenure_automation_${name}`, help, labelNames: ['automation'], registers: [registry] });
  const position = gauge('position', 'Position of the log up to which it has acted; absent while another one works.');
  const failing = gauge('failing', 'Whether it gets nowhere, and tries again.');
  for (const { name: automation, position: reached, failure } of automations) {
    if (reached !== undefined) position.set({ automation }, Number(reached));
    failing.set({ automation }, failure ? 1 : 0);
  }
}

/** The same for what comes in by Kafka. */
export function addIngressMetrics(registry: Registry, { carriedOut, refused, failure }: IngressStatus): void {
  const records = new Counter({
    name: 'tenure_ingress_records_total',
    help: 'Records of the ingress topic since the start, repetitions included; what was refused is a dead letter.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  records.inc({ outcome: 'carried-out' }, carriedOut);
  records.inc({ outcome: 'refused' }, refused);
  const failing = new Gauge({
    name: 'tenure_ingress_failing',
    help: 'Whether it gets nowhere, and tries again.',
    registers: [registry],
  });
  failing.set(failure === undefined ? 0 : 1);
}
