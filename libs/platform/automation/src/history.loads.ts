import type { DomainEvent, Recorded } from '@tenure/kernel';

/** Between the two, past events are being recorded, and time stands still. */
export const LOAD_EVENT_TYPES: readonly string[] = ['HistoryLoadStarted', 'HistoryLoadFinished'];

export const isLoadEvent = ({ type }: DomainEvent): boolean => LOAD_EVENT_TYPES.includes(type);

/** Ids of the loads that are open after these events, of which only `isLoadEvent` ones may be given. */
export function openLoadsAfter(open: readonly string[], events: readonly Recorded<DomainEvent>[]): readonly string[] {
  return events.reduce((loads, { type, data }) => {
    const loadId = 'loadId' in data ? String(data.loadId) : '';
    const others = loads.filter((load) => load !== loadId);
    return type === 'HistoryLoadStarted' ? [...others, loadId] : others;
  }, open);
}
