import type { ReaderSettings, Unit, UnitFate } from './unit';

// Both ends are this library in one process: what crosses between its threads needs no validation.

export const encodeUnits = (units: readonly Unit[]): string => JSON.stringify(units);

export const decodeUnits = (json: string): readonly Unit[] => JSON.parse(json) as readonly Unit[];

export const encodeFates = (fates: readonly UnitFate[]): string => JSON.stringify(fates);

export const decodeFates = (json: string): readonly UnitFate[] => JSON.parse(json) as readonly UnitFate[];

export const decodeSettings = (workerData: unknown): ReaderSettings => workerData as ReaderSettings;
