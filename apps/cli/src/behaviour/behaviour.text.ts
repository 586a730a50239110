import { shown } from '../queries/answer.text';
import { textTable } from '../text.table';

export interface Behaviour {
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly windows: readonly Windows[];
  readonly contracts: readonly Contract[];
}

interface Windows {
  readonly of: string;
  readonly in7Days?: number;
  readonly in30Days?: number;
  readonly in180Days?: number;
}

interface Contract {
  readonly contractId: string;
  readonly startsOn: string;
  readonly renewsOn: string;
  readonly endsOn?: string;
}

/** A table of windows, one of contracts where there are any, and one of the facts that are no windows. */
export function behaviourLines({ facts, windows, contracts }: Behaviour): readonly string[] {
  const others = Object.entries(facts).filter(([name]) => !OF_A_WINDOW.test(name));
  return [
    ...textTable(WINDOW_COLUMNS, windows),
    ...(contracts.length > 0 ? ['', ...textTable(CONTRACT_COLUMNS, contracts)] : []),
    '',
    ...textTable(FACT_COLUMNS, others),
  ];
}

const OF_A_WINDOW = /(7|30|180)(Minor)?$/;

const count = (value: number | undefined): string => shown(value);

const WINDOW_COLUMNS = [
  { title: 'WHAT', value: ({ of }: Windows) => of },
  { title: '7 DAYS', value: ({ in7Days }: Windows) => count(in7Days), alignRight: true },
  { title: '30 DAYS', value: ({ in30Days }: Windows) => count(in30Days), alignRight: true },
  { title: '180 DAYS', value: ({ in180Days }: Windows) => count(in180Days), alignRight: true },
];

const CONTRACT_COLUMNS = [
  { title: 'CONTRACT', value: ({ contractId }: Contract) => shown(contractId) },
  { title: 'STARTS', value: ({ startsOn }: Contract) => startsOn },
  { title: 'RENEWAL', value: ({ renewsOn }: Contract) => renewsOn },
  { title: 'ENDS', value: ({ endsOn }: Contract) => shown(endsOn) },
];

const FACT_COLUMNS = [
  { title: 'FACT', value: ([name]: readonly [string, unknown]) => name },
  { title: 'VALUE', value: ([, value]: readonly [string, unknown]) => shown(value) },
];
