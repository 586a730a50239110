import { Inject, Injectable } from '@nestjs/common';
import { CustomerDirectory, type CustomerAddress } from '@tenure/customer-contract';
import { PositionWaiter } from '@tenure/http';
import { DataSource } from 'typeorm';
import { CustomerDirectoryEntry } from './customer-directory.entity';

const WAIT_MS = 10_000;

/** The directory from its read model; throws ProjectionBehindError where that lags too far behind the position. */
@Injectable()
export class ProjectedCustomerDirectory extends CustomerDirectory {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PositionWaiter) private readonly positions: PositionWaiter,
  ) {
    super();
  }

  async find(customerIds: readonly string[], position?: bigint): Promise<ReadonlyMap<string, CustomerAddress>> {
    if (customerIds.length === 0) return new Map();
    if (position !== undefined) await this.positions.waitFor(position, ['customer-directory'], WAIT_MS);
    const rows = await this.dataSource
      .getRepository(CustomerDirectoryEntry)
      .createQueryBuilder('row')
      .where('row.customerId = ANY(:customerIds)', { customerIds })
      .getMany();
    return new Map(rows.map((row) => [row.customerId, addressOf(row)]));
  }
}

const addressOf = ({ customerId, name, email, consents, mergedInto }: CustomerDirectoryEntry): CustomerAddress => ({
  customerId,
  consents,
  ...(name !== null && { name }),
  ...(email !== null && { email }),
  ...(mergedInto !== null && { mergedInto }),
});
