export * as behaving from './behaviour.fixture';
export { anyDocuments, END, interleaved } from './behaviour.history';
