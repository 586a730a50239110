/** Where a field's value came from. */
export const FIELD_SOURCES = ['web-form', 'offline', 'partner', 'import', 'service'] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

export const CUSTOMER_KINDS = ['company', 'person'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** 大型, 中型, 小型, 微型, as China's statistics bureau divides enterprises (2017). */
export const COMPANY_SIZES = ['large', 'medium', 'small', 'micro'] as const;
export type CompanySize = (typeof COMPANY_SIZES)[number];

/** 普通, 战略, 标杆. */
export const GROWTH_POTENTIALS = ['normal', 'strategic', 'benchmark'] as const;
export type GrowthPotential = (typeof GROWTH_POTENTIALS)[number];

/** 产品咨询, 技术支持, 售后保障. */
export const NEED_TAGS = ['product-consulting', 'technical-support', 'after-sales'] as const;
export type NeedTag = (typeof NEED_TAGS)[number];

/** 采购负责人, 使用部门负责人, 其他. */
export const CONTACT_ROLES = ['purchasing-lead', 'user-department-lead', 'other'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** What a customer may be written to for: their own business, or to sell. */
export const CONSENT_PURPOSES = ['marketing', 'service'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const CONSENT_CHANNELS = ['email'] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

/** A section (letter), division, group or class of GB/T 4754-2017, such as `C`, `C34`, `C343` or `C3434`. */
export const INDUSTRY_CODE = /^[A-T](\d{2,4})?$/;
