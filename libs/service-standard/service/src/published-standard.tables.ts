import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { StandardTables, type PrintedTable, type PrintedTables } from '@tenure/service-standard-contract';
import type { TableColumn } from '@tenure/tables';
import { CLASSIFICATION_TABLE, classificationColumns, classificationRows } from './classification.table';
import { SERVICE_LEVEL_TABLE, serviceLevelColumns } from './service-level.table';

/** From the versions that were in force. */
@Injectable()
export class PublishedStandardTables extends StandardTables {
  constructor(@Inject(PolicyBook) private readonly policies: PolicyBook) {
    super();
  }

  async serviceLevels(moment: string): Promise<PrintedTables | undefined> {
    const policy = await this.policies.inForce('service-standard', DEFAULT_POLICY_IDS['service-standard'], moment);
    if (!policy) return undefined;
    const { content } = policy;
    return {
      zh: printed(SERVICE_LEVEL_TABLE.zh, serviceLevelColumns(content, 'zh'), content.tiers),
      en: printed(SERVICE_LEVEL_TABLE.en, serviceLevelColumns(content, 'en'), content.tiers),
    };
  }

  async classification(moment: string): Promise<PrintedTables | undefined> {
    const policy = await this.policies.inForce('tier', DEFAULT_POLICY_IDS.tier, moment);
    if (!policy) return undefined;
    return {
      zh: printed(CLASSIFICATION_TABLE.zh, classificationColumns('zh'), classificationRows(policy, 'zh')),
      en: printed(CLASSIFICATION_TABLE.en, classificationColumns('en'), classificationRows(policy, 'en')),
    };
  }
}

const printed = <Row>(name: string, columns: readonly TableColumn<Row>[], rows: readonly Row[]): PrintedTable => ({
  name,
  header: columns.map(({ header }) => header),
  rows: rows.map((row) =>
    columns.map(({ cell }) => {
      const value = cell(row);
      return value === null ? null : String(value);
    }),
  ),
});
