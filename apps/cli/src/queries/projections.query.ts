import type { ApiClient } from '../api.client';

export interface ProjectionStatus {
  readonly name: string;
  readonly position?: string;
  /** Absent where it can't be told. */
  readonly lagEvents?: number;
  readonly lagSeconds?: number;
  readonly failure?: { readonly message: string; readonly since: string };
  /** Sequences that an event has stopped. */
  readonly parked?: number;
  /** Since when the first of them is. */
  readonly oldestParkedAt?: string;
  /** Present while it is rebuilt. */
  readonly rebuild?: { readonly events: number; readonly position: string };
}

export const readProjections = (api: ApiClient): Promise<readonly ProjectionStatus[]> =>
  api.get<readonly ProjectionStatus[]>('/projections');
