export { countOnlineRetail, type OnlineRetailCount, type RetailTotals } from './online-retail-count';
export { createImportFixture, createMemorySink, type ImportFixture, type MemorySink } from './import-fixture';
