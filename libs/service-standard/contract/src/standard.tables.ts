/** A table as it is printed. */
export interface PrintedTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** The same in both languages. */
export interface PrintedTables {
  readonly zh: PrintedTable;
  readonly en: PrintedTable;
}

/** The usual standards as tables. A Nest token; service-standard-service binds it. */
export abstract class StandardTables {
  /** 客户等级 | 专属服务人员 | 响应时效 | 服务内容, by the standard in force at a moment; undefined where none is. */
  abstract serviceLevels(moment: string): Promise<PrintedTables | undefined>;

  /** 分类维度 | 分类类别 | 核心特征描述, by the policy of tiers in force at a moment; undefined where none is. */
  abstract classification(moment: string): Promise<PrintedTables | undefined>;
}
