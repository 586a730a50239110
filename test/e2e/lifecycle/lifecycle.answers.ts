/** What the spec reads of the API's answers. */
export interface Fitted {
  readonly version: number;
  readonly days: readonly string[];
  readonly model: { readonly fitted: { readonly customers: number; readonly lost: number } };
}

export interface Evaluated {
  readonly method: string;
  readonly outcomeBy: string;
  readonly customers: number;
  readonly lost: number;
  readonly candidates: readonly EvaluatedCandidate[];
}

export interface EvaluatedCandidate {
  readonly candidate: string;
  readonly area?: { readonly area: number; readonly low: number; readonly high: number };
  readonly brier: number;
  readonly calibrationError: number;
  readonly liftAtTop?: number;
}

export interface Simulated {
  readonly customers: number;
  readonly reached: number;
  readonly entered: Readonly<Record<'treated' | 'held-out', number>>;
  readonly refused: Readonly<Record<string, number>>;
  readonly ended: Readonly<Record<string, number>>;
  readonly steps: readonly {
    readonly stepId: string;
    readonly taken: number;
    readonly suppressed: Readonly<Record<string, number>>;
  }[];
  readonly months: readonly {
    readonly month: string;
    readonly entered: number;
    readonly sent: number;
    readonly tasks: number;
    readonly suppressed: number;
  }[];
}

export interface Board {
  readonly stages: readonly { readonly stage: string; readonly customers: number }[];
}

export interface Flows {
  readonly months: readonly {
    readonly month: string;
    readonly flows: readonly { readonly from: string; readonly to: string; readonly customers: number }[];
  }[];
}

/** Without stages that nobody is in. */
export const stagesOf = ({ stages }: Board): Record<string, number> =>
  Object.fromEntries(stages.filter(({ customers }) => customers > 0).map(({ stage, customers }) => [stage, customers]));

/** `<month> <from> <to>` to how often that happened. */
export const flowsOf = ({ months }: Flows): Record<string, number> =>
  Object.fromEntries(
    months.flatMap(({ month, flows }) =>
      flows.map(({ from, to, customers }) => [`${month} ${from} ${to}`, customers] as const),
    ),
  );

/** Throws on any other status than success. */
export async function post<Answer>(url: string, path: string, body: object): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

export async function get<Answer>(url: string, path: string): Promise<Answer> {
  const response = await fetch(`${url}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** A line for each that foretold who would be lost. */
export const evaluationLines = ({ method, customers, lost, candidates }: Evaluated): string =>
  [
    `${method}: ${customers} customers, ${lost} lost`,
    ...candidates.map(
      ({ candidate, area, brier, calibrationError, liftAtTop }) =>
        `  ${candidate.padEnd(10)} area ${fixed(area?.area)} (${fixed(area?.low)}–${fixed(area?.high)})  Brier ${fixed(brier)}` +
        `  calibration error ${fixed(calibrationError)}  lift ${fixed(liftAtTop)}`,
    ),
  ].join('\n');

const fixed = (value: number | undefined): string => value?.toFixed(3) ?? '–';
