import { setTimeout as delay } from 'node:timers/promises';
import type { Process, ProcessBatch, StoreStep } from '@tenure/automation-runtime';
import { instant, isAfter, isBefore } from '@tenure/kernel';
import { withConnection } from '@tenure/postgres';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { NOT_YET, type Due, type DueChange, type DueWork } from './due.work';
import { improvementDues } from './improvement.dues';

export interface ImprovementProcessParts {
  readonly dataSource: DataSource;
  readonly works: readonly DueWork[];
  /** ISO 8601. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, subject: string) => void;
  /** How often is looked for what has come due. */
  readonly pollMs: number;
  /** After how long something that failed is tried again. */
  readonly retryMs: number;
}

const AT_A_TIME = 50;

/**
 * Notes what the log makes due, and does it when its time has come, the earliest first. Time stands still while history is
 * loaded: what had its time in it is done after it, each thing at its own moment.
 */
export class ImprovementProcess implements Process {
  constructor(private readonly parts: ImprovementProcessParts) {}

  handle({ events }: ProcessBatch): Promise<StoreStep | undefined> {
    const noted = this.parts.works.map((work) => {
      const handled = events.filter(({ type }) => work.handles.includes(type));
      return { kind: work.kind, changes: handled.flatMap((event) => work.note(event)) };
    });
    const changed = noted.filter(({ changes }) => changes.length > 0);
    if (changed.length === 0) return Promise.resolve(undefined);
    return Promise.resolve(async (client) => {
      for (const { kind, changes } of changed) await improvementDues.change(client, kind, changes);
    });
  }

  async keepTime(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const isMoreDue = await this.#act();
      if (!isMoreDue) await delay(this.parts.pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves to whether more may be due: by what was done, where it goes through a time long past, or beyond what was looked at. */
  async #act(): Promise<boolean> {
    return withConnection(this.parts.dataSource, async (client) => {
      await client.query('BEGIN');
      const isMoreDue = await this.#actInOrder(client);
      await client.query('COMMIT');
      return isMoreDue;
    });
  }

  async #actInOrder(client: PoolClient): Promise<boolean> {
    const { now } = this.parts;
    const dues = await improvementDues.lockDue(client, now(), AT_A_TIME);
    const looks: string[] = [];
    for (const due of dues) {
      // What goes on in a time long past goes on before anything later: the rest is taken again, in its order.
      if (looks.some((at) => isBefore(at, due.dueAt))) break;
      const next = await this.#do(due, client);
      if (next === NOT_YET) return false;
      if (next?.dueAt !== undefined) looks.push(next.dueAt);
    }
    return dues.length === AT_A_TIME || looks.some((at) => !isAfter(at, now()));
  }

  async #do(due: Due, client: PoolClient): Promise<DueChange | typeof NOT_YET | undefined> {
    const { works, now, onFailure, retryMs } = this.parts;
    const work = works.find(({ kind }) => kind === due.kind);
    try {
      const next = await work?.act(due, client);
      if (next !== NOT_YET) await improvementDues.change(client, due.kind, changesTo(due, next));
      return next;
    } catch (error) {
      onFailure(error, `${due.kind} ${due.key}`);
      await improvementDues.putOff(client, due, instant(Date.parse(now()) + retryMs));
      return undefined;
    }
  }
}

function changesTo({ key }: Due, next: DueChange | undefined): readonly DueChange[] {
  if (next?.key === key) return [next];
  return [{ key, dueAt: undefined }, ...(next ? [next] : [])];
}
