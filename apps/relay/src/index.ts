export { startRelay, type RelayDependencies, type RunningRelay } from './start.relay';
export type { RelayRole, RelayStatus } from './relay.status';
