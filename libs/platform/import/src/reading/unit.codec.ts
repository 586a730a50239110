import type { ReaderSettings, Unit } from './unit';

// Both ends are this library in one process: what crosses between its threads needs no validation.

export const encodeUnits = (units: readonly Unit[]): string => JSON.stringify(units);

export const decodeUnits = (json: string): readonly Unit[] => JSON.parse(json) as readonly Unit[];

export const decodeSettings = (workerData: unknown): ReaderSettings => workerData as ReaderSettings;
