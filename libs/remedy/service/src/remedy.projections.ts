import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { discretionLedger, remedyRegister } from '@tenure/remedy-core';
import { DiscretionLedgerEntry } from './discretion-ledger.entity';
import { RemedyRegisterEntry } from './remedy-register.entity';
import { CreateRemedies1700000001200 } from './remedy.migration';

export const remedyProjections: readonly ProjectionBinding[] = [
  bindProjection(remedyRegister, RemedyRegisterEntry),
  bindProjection(discretionLedger, DiscretionLedgerEntry),
];

export const remedyMigrations = [CreateRemedies1700000001200];
