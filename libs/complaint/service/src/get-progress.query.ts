import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock } from '@tenure/http';
import type { Language } from '@tenure/shared-contract';
import { DataSource } from 'typeorm';
import { CaseSteps } from './case.steps';
import { ComplaintQueueEntry } from './complaint-queue.entity';
import { ProgressLinkEntry } from './progress-link.entity';
import { hashOf } from './progress-link.token';
import { progressOf, type ProgressView } from './progress.view';

/** Undefined where there is no such link, and where it has ended. */
export class GetProgress extends Query<ProgressView | undefined> {
  constructor(
    readonly token: string,
    readonly language: Language,
  ) {
    super();
  }
}

@QueryHandler(GetProgress)
export class GetProgressHandler implements IQueryHandler<GetProgress> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseSteps) private readonly steps: CaseSteps,
  ) {}

  async execute({ token, language }: GetProgress): Promise<ProgressView | undefined> {
    const linkHash = hashOf(token);
    const link = linkHash && (await this.dataSource.getRepository(ProgressLinkEntry).findOneBy({ linkHash }));
    if (!link || this.#isOver(link)) return undefined;
    const row = await this.#shownCase(link.complaintId);
    return row && progressOf(await this.steps.of(row), language);
  }

  #isOver({ expiresAt }: ProgressLinkEntry): boolean {
    return expiresAt !== null && Date.parse(expiresAt) <= Date.parse(this.clock.now());
  }

  /** Of a duplicate, the case that is worked on in its place, if that is the same customer's. */
  async #shownCase(complaintId: string): Promise<ComplaintQueueEntry | undefined> {
    const rows = this.dataSource.getRepository(ComplaintQueueEntry);
    const row = await rows.findOneBy({ complaintId });
    if (!row?.duplicateOf) return row ?? undefined;
    const original = await rows.findOneBy({ complaintId: row.duplicateOf, customerId: row.customerId });
    return original ?? row;
  }
}
