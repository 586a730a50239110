import type { ApiClient } from '../api.client';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Cursor of the next page; absent on the last one. */
  readonly next?: string;
}

const LARGEST_PAGE = '500';

/** All items of a list, page after page. */
export async function* readPages<Item>(api: ApiClient, path: string): AsyncGenerator<readonly Item[]> {
  let cursor: string | undefined;
  do {
    const page = await api.get<Page<Item>>(path, { limit: LARGEST_PAGE, cursor });
    yield page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}
