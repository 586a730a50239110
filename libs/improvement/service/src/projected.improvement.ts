import { Inject, Injectable } from '@nestjs/common';
import { ImprovementAsOf, type MeasureAsOf, type ProblemAsOf } from '@tenure/improvement-contract';
import { measureAt, problemAt } from '@tenure/improvement-core';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { ImprovementZone } from './improvement.zone';
import { MeasureRegisterEntry } from './measure-register.entity';
import { ProblemRegisterEntry } from './problem-register.entity';

/** From the read models, by the histories in them. */
@Injectable()
export class ProjectedImprovement extends ImprovementAsOf {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(ImprovementZone) private readonly zone: ImprovementZone,
  ) {
    super();
  }

  async problemsAt(moment: string): Promise<readonly ProblemAsOf[]> {
    const rows = await this.dataSource.manager.find(ProblemRegisterEntry, {
      where: { openedAt: LessThanOrEqual(moment) },
      order: { openedAt: 'ASC', problemId: 'ASC' },
    });
    return rows.flatMap(({ history }) => problemAt(history, moment) ?? []);
  }

  async measuresAt(moment: string): Promise<readonly MeasureAsOf[]> {
    const timeZone = await this.zone.at(moment);
    const rows = await this.dataSource.manager.find(MeasureRegisterEntry, {
      where: { plannedAt: LessThanOrEqual(moment) },
      order: { plannedAt: 'ASC', measureId: 'ASC' },
    });
    return rows.flatMap(({ history }) => measureAt(history, moment, timeZone) ?? []);
  }
}
