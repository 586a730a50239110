export { record } from './recorded.log';
