/** A survey as the API shows it. */
export interface Survey {
  readonly surveyId: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly version: number | null;
  readonly occasion: string;
  readonly questions: number;
  readonly restDays: number;
  readonly openDays: number;
  readonly invited: number;
  readonly answered: number;
}

/** An answered invitation. */
export interface SurveyResponse {
  readonly invitationId: string;
  readonly surveyId: string;
  readonly customerId: string;
  readonly answeredAt: string | null;
  readonly csat: number | null;
  readonly nps: number | null;
  readonly ces: number | null;
  readonly text: string | null;
}

export interface CustomerVoice {
  readonly voiceId: string;
  readonly kind: string;
  readonly customerId: string | null;
  readonly rating: number | null;
  readonly text: string;
  readonly heardAt: string;
}

export interface Score {
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface MonthScores {
  readonly month: string;
  readonly responseRate: Score;
  readonly csat: Score;
  readonly nps: Score;
  readonly ces: Score;
  readonly dimensions: readonly (Score & { readonly dimension: string })[];
}

export interface FeedbackScores {
  readonly timeZone: string;
  readonly months: readonly MonthScores[];
}
