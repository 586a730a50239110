export { startApi, type ApiOptions } from './start.api';
