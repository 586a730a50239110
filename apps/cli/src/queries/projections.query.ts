import type { ApiClient } from '../api.client';

export interface ProjectionStatus {
  readonly name: string;
  readonly position?: string;
  readonly lagEvents: number;
  readonly lagSeconds: number;
}

export const readProjections = (api: ApiClient): Promise<readonly ProjectionStatus[]> =>
  api.get<readonly ProjectionStatus[]>('/projections');
