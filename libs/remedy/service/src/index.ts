export { remedyRejectionStatuses } from './remedy.controller';
export { RemedyHttpModule } from './remedy.http.module';
export { RemedyModule } from './remedy.module';
export { remedyMigrations, remedyProjections } from './remedy.projections';
