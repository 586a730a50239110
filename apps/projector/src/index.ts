export { startProjector, type Projector, type ProjectorDependencies } from './start.projector';
export type { LogTopic } from './projector.feed';
