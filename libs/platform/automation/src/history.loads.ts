import type { DomainEvent, Recorded } from '@tenure/kernel';

/** Between the two, past events are being recorded, and time stands still. */
export const LOAD_EVENT_TYPES: readonly string[] = ['HistoryLoadStarted', 'HistoryLoadFinished'];

export const isLoadEvent = ({ type }: DomainEvent): boolean => LOAD_EVENT_TYPES.includes(type);

/** Ids of the loads that are open after these events, of which only `isLoadEvent` ones may be given. */
export function openLoadsAfter(open: readonly string[], events: readonly Recorded<DomainEvent>[]): readonly string[] {
  return events.reduce((loads, event) => {
    const loadId = loadIdOf(event);
    const others = loads.filter((load) => load !== loadId);
    return event.type === 'HistoryLoadStarted' ? [...others, loadId] : others;
  }, open);
}

/** Ids of those that were open at some point of these events, also where they were finished by the last of them. */
export const openLoadsDuring = (
  open: readonly string[],
  events: readonly Recorded<DomainEvent>[],
): readonly string[] => [...new Set([...open, ...events.map(loadIdOf)])];

const loadIdOf = ({ data }: Recorded<DomainEvent>): string => ('loadId' in data ? String(data.loadId) : '');
