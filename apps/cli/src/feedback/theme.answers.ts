interface Words {
  readonly zh: string;
  readonly en: string;
}

/** As the API answers. */
export interface ThemeMonth {
  readonly month: string;
  readonly source: string;
  readonly texts: number;
  readonly themed: number;
  readonly themes: readonly {
    readonly themeId: string;
    readonly title: Words;
    readonly texts: number;
    readonly sharePercent: number;
  }[];
}

export interface ThemedText {
  readonly source: string;
  readonly sourceId: string;
  readonly customerId: string | null;
  readonly product: string | null;
  readonly at: string;
  readonly themes: readonly string[];
  readonly steps: readonly string[];
  readonly corrected: boolean;
}

export interface ThemeReason {
  readonly kind: 'words' | 'label';
  readonly words?: readonly { readonly word: string; readonly place: string }[];
  readonly label?: string;
}

export interface ThemedTextDetails extends ThemedText {
  readonly ruledBy: number;
  readonly found: readonly {
    readonly themeId: string;
    readonly title: Words;
    readonly because: readonly ThemeReason[];
  }[];
  readonly corrections: readonly {
    readonly themes: readonly string[];
    readonly by: string;
    readonly why?: string;
    readonly at: string;
  }[];
}

export interface Detection {
  readonly day: string;
  readonly version: number;
  readonly bound: number;
  readonly watched: number;
  readonly groups: readonly WatchedGroup[];
}

export interface WatchedGroup {
  readonly kind: string;
  readonly id: string;
  readonly title: Words;
  readonly window: { readonly from: string; readonly until: string; readonly cases: number };
  readonly expected: number;
  readonly probability: number;
  readonly hasRisen: boolean;
  readonly problemId: string | null;
}
