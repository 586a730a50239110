export {
  countOnlineRetail,
  type OnlineRetailCount,
  type RetailDocument,
  type RetailTotals,
} from './online-retail-count';
export { createImportFixture, createMemorySink, type ImportFixture, type MemorySink } from './import-fixture';
