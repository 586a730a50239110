import type { ProjectionBinding } from '@tenure/projections';
import { domainProjections } from './domain.tables';

const PUBLISHED: readonly string[] = ['customer-overview', 'complaint-queue'];

/** Projections whose rows go to compacted topics, for everybody who reads Kafka. */
export const publishedProjections: readonly ProjectionBinding[] = domainProjections.filter(({ projection }) =>
  PUBLISHED.includes(projection.name),
);
