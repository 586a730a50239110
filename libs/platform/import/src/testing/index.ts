export { countOnlineRetail, type OnlineRetailCount, type RetailTotals } from './online-retail-count';
