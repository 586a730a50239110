export { purchaseAggregate } from './purchase.aggregate';
export { PurchaseModule } from './purchase.module';
export { purchaseRejectionStatuses } from './purchase.controller';
export { PurchaseHttpModule } from './purchase.http.module';
