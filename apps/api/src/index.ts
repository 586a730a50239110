export { apiCommands } from './api.domains';
export { ApiModule, type ApiDependencies } from './api.module';
