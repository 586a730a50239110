import { domainCodec } from '@tenure/composition';
import { EventStoreFeed, headPosition } from '@tenure/event-store';
import { until } from '@tenure/local-servers/testing';
import type { Command } from '@tenure/shared-contract';
import type { OwnServers } from './own.servers';

export const DAY_MS = 86_400_000;

interface Running {
  readonly position: bigint | undefined;
  close(): Promise<void>;
}

/** Automations on servers of their own, by a clock that can be put forward. */
export abstract class AutomationFixture {
  readonly failures: string[] = [];
  readonly client = this.servers.client;
  readonly dataSource = this.servers.dataSource;
  readonly commands = this.servers.commands;
  readonly eventStoreUrl = this.servers.eventStoreUrl;
  readonly databaseUrl = this.servers.databaseUrl;
  aheadMs = 0;
  protected running: readonly Running[] = [];

  constructor(private readonly servers: OwnServers) {}

  now = (): string => this.after(0);

  after = (days: number): string => new Date(Date.now() + this.aheadMs + days * DAY_MS).toISOString();

  /** The position of its events; the same command sent again is known. Rejects on a refusal. */
  async send(type: string, payload: object, occurredAt = this.now()): Promise<bigint> {
    const command = this.commands.catalogue.parse(type, { ...payload, occurredAt });
    return this.sendOwn(command, `${type}:${JSON.stringify(payload)}:${occurredAt}`);
  }

  /** One that only the platform itself sends. */
  async sendOwn(command: Command, commandId: string): Promise<bigint> {
    const context = { commandId, correlationId: commandId, actor: 'test', source: 'test' };
    const outcome = await this.commands.sender.send(command, context);
    if (outcome.status !== 'rejected') return outcome.position;
    throw new Error(`${command.type} was refused: ${outcome.code} ${outcome.detail ?? ''}`);
  }

  async stopAutomation(): Promise<void> {
    await Promise.all(this.running.map((running) => running.close()));
    this.running = [];
  }

  /** Until one of those that run has acted on all that is in the log, also what that led to. */
  settled(): Promise<void> {
    return until(async () => {
      const head = await this.head();
      return this.positions().some((position) => position >= head);
    }, 'all has been acted on');
  }

  head = async (): Promise<bigint> => (await headPosition(this.client)) ?? 0n;

  async stop(): Promise<void> {
    await this.stopAutomation();
    await this.servers.stop();
  }

  protected run(automation: Running & { start(): void }): void {
    this.running = [...this.running, automation];
    automation.start();
  }

  protected positions = (): bigint[] => this.running.map(({ position = -1n }) => position);

  protected feed = (): EventStoreFeed => new EventStoreFeed(this.client, domainCodec, () => undefined);

  protected onFailure = (error: unknown): void => void this.failures.push(String(error));
}
