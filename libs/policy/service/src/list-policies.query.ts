import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { inForce, POLICY_KINDS, type PolicyKind } from '@tenure/policy-contract';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { DataSource } from 'typeorm';
import { PolicyListEntry } from './policy-list.entity';
import type { ListedPolicyView } from './policy.view';

export class PolicyListQuery {
  @ApiPropertyOptional({ enum: POLICY_KINDS })
  @MayBeAbsent()
  @IsIn(POLICY_KINDS)
  readonly kind?: PolicyKind;

  @ApiPropertyOptional({ format: 'date-time', description: 'In force at this moment; now, where it is left out.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;
}

/** By kind and id. */
export class ListPolicies extends Query<readonly ListedPolicyView[]> {
  constructor(
    readonly kind: PolicyKind | undefined,
    readonly at: string,
  ) {
    super();
  }
}

@QueryHandler(ListPolicies)
export class ListPoliciesHandler implements IQueryHandler<ListPolicies> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ kind, at }: ListPolicies): Promise<readonly ListedPolicyView[]> {
    const rows = await this.dataSource.getRepository(PolicyListEntry).find({
      where: kind === undefined ? {} : { kind },
      order: { kind: 'ASC', policyId: 'ASC' },
    });
    return rows.map(({ policyId, kind: ofKind, title, versions, draftVersion }) => {
      const current = inForce(versions, at);
      return {
        policyId,
        kind: ofKind,
        title,
        inForceVersion: current?.version ?? null,
        inForceFrom: current?.effectiveFrom ?? null,
        versions: versions.length,
        draftVersion,
      };
    });
  }
}
