/** What the API answers with, as far as it is shown. */
export interface FittedOn {
  readonly from: string;
  readonly until: string;
  readonly customers: number;
  readonly lost: number;
}

export interface Fit {
  readonly version: number;
  readonly horizonDays: number;
  readonly share: number;
  readonly days: readonly string[];
  readonly model: LogisticModel | MbgNbdModel;
}

interface LogisticModel {
  readonly method: 'logistic';
  readonly intercept: number;
  readonly features: readonly { readonly fact: string; readonly transform: string; readonly weight: number }[];
  readonly fitted: FittedOn;
}

interface MbgNbdModel {
  readonly method: 'mbg-nbd';
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly fitted: FittedOn;
}

export interface Candidate {
  readonly candidate: string;
  readonly area?: { readonly area: number; readonly low: number; readonly high: number };
  readonly brier: number;
  readonly logLoss: number;
  readonly calibrationError: number;
  readonly calibrationLine?: { readonly intercept: number; readonly slope: number };
  readonly liftAtTop?: number;
  readonly calibration: readonly CalibrationGroup[];
}

export interface CalibrationGroup {
  readonly n: number;
  readonly predicted: number;
  readonly share: number;
  readonly interval: { readonly low: number; readonly high: number };
}

export interface Evaluation {
  readonly at: string;
  readonly outcomeBy: string;
  readonly horizonDays: number;
  readonly version: number;
  readonly isDraft: boolean;
  readonly method: string;
  readonly customers: number;
  readonly lost: number;
  readonly candidates: readonly Candidate[];
}

export interface Explanation {
  readonly unit: 'points' | 'log-odds' | 'percent';
  readonly base: number;
  readonly total: number;
  readonly contributions: readonly {
    readonly of: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly amount: number;
  }[];
}

interface Model {
  readonly version: number;
  readonly method: string;
}

export interface CustomerRisk {
  readonly customerId: string;
  readonly model: Model;
  readonly score: number | null;
  readonly band: string | null;
  readonly explanation: Explanation | null;
  readonly alive: number | null;
  readonly entered: Entered | null;
}

export interface Entered {
  readonly customerId: string;
  readonly band: string;
  readonly from: string | null;
  readonly score: number;
  readonly scoredAt: string;
  readonly model: Model;
}

export interface ChurnModel extends Model {
  readonly horizonDays: number;
  readonly effectiveFrom: string;
  readonly inForce: boolean;
  readonly by: string;
  readonly fitted: FittedOn | null;
}
