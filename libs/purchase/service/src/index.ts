export { purchaseAggregate } from './purchase.aggregate';
export { PurchaseModule } from './purchase.module';
