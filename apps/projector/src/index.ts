export { startProjector, type Projector, type ProjectorDependencies } from './start.projector';
