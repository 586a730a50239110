import type { ImportRequest } from './import.request';

export async function importFiles({ terminal }: ImportRequest): Promise<void> {
  terminal.note('to come');
}
