export { ArrayFeed, type ArrayFeedOptions } from './array.feed';
export { foldPlainly } from './plain.fold';
export { useProjections, type UsedProjections } from './used.projections';
