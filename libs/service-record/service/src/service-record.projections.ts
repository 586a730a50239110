import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { servedCustomer, serviceRegister } from '@tenure/service-record-core';
import { ServedCustomerEntry } from './served-customer.entity';
import { AddServiceRating1700000003410 } from './service-rating.migration';
import { ServiceRegisterEntry } from './service-register.entity';
import { CreateServiceRecords1700000001300 } from './service-record.migration';

export const serviceRecordProjections: readonly ProjectionBinding[] = [
  bindProjection(serviceRegister, ServiceRegisterEntry),
  bindProjection(servedCustomer, ServedCustomerEntry),
];

export const serviceRecordMigrations = [CreateServiceRecords1700000001300, AddServiceRating1700000003410];
