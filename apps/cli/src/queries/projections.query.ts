import type { ApiClient } from '../api.client';

export interface ProjectionStatus {
  readonly name: string;
  readonly position?: string;
  /** Absent where it can't be told. */
  readonly lagEvents?: number;
  readonly lagSeconds?: number;
  readonly failure?: { readonly message: string; readonly since: string };
  /** Present while it is rebuilt. */
  readonly rebuild?: { readonly events: number; readonly position: string };
}

export const readProjections = (api: ApiClient): Promise<readonly ProjectionStatus[]> =>
  api.get<readonly ProjectionStatus[]>('/projections');
