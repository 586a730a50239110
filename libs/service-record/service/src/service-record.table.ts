import { SERVICE_TYPE_NAMES } from '@tenure/service-record-contract';
import type { Language } from '@tenure/shared-contract';
import type { TableColumn } from '@tenure/tables';
import type { ServiceRecordRow } from './service-record.view';

export const SERVICE_RECORD_TABLE: Readonly<Record<Language, string>> = { zh: '服务记录', en: 'Service records' };

/** The form in which service teams keep their records. */
export const serviceRecordColumns = (language: Language): readonly TableColumn<ServiceRecordRow>[] => {
  const inLanguage = (zh: string, en: string) => ({ zh, en })[language];
  return [
    {
      header: inLanguage('客户名称', 'Customer'),
      cell: ({ customerName, customerId }) => customerName ?? customerId,
      width: 24,
    },
    { header: inLanguage('联系人', 'Contact'), cell: ({ contact }) => contact, width: 14 },
    { header: inLanguage('服务日期', 'Date of service'), cell: ({ servedAt }) => new Date(servedAt), width: 20 },
    {
      header: inLanguage('服务类型(咨询/投诉/回访)', 'Type of service (inquiry/complaint/return visit)'),
      cell: ({ serviceType }) => SERVICE_TYPE_NAMES[serviceType][language],
    },
    { header: inLanguage('问题描述', 'Problem'), cell: ({ problem }) => problem, width: 40 },
    { header: inLanguage('处理结果', 'Result'), cell: ({ result }) => result, width: 40 },
    { header: inLanguage('服务人员', 'Served by'), cell: ({ servedBy }) => servedBy, width: 14 },
    { header: inLanguage('客户满意度评分(1-5)', 'Satisfaction (1-5)'), cell: ({ satisfaction }) => satisfaction },
    { header: inLanguage('备注', 'Remark'), cell: ({ remark }) => remark, width: 30 },
  ];
};
