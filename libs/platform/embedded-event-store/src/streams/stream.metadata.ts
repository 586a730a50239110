/** What a `$$stream` says about reading its stream. `source` keeps everything else for a merge. */
export type StreamMetadata = {
  truncateBefore?: number;
  maxCount?: number;
  maxAgeSeconds?: number;
  isSoftDeleted: boolean;
  source: Record<string, unknown>;
};

export const METASTREAM_PREFIX = '$$';
export const NO_METADATA: StreamMetadata = { isSoftDeleted: false, source: {} };
const INT64_MAX = 2 ** 63;
const SOFT_DELETED_MARK = '9223372036854775807';

export function isMetastream(streamName: string): boolean {
  return streamName.startsWith(METASTREAM_PREFIX);
}

/** Whatever isn't an object of the expected shape has no effect. */
export function parseStreamMetadata(data: Buffer): StreamMetadata {
  const source = parseObject(data);
  const truncateBefore = wholeNumber(source['$tb']);
  const isSoftDeleted = truncateBefore !== undefined && truncateBefore >= INT64_MAX;
  return {
    truncateBefore,
    maxCount: wholeNumber(source['$maxCount']),
    maxAgeSeconds: wholeNumber(source['$maxAge']),
    isSoftDeleted,
    source,
  };
}

export function softDeletedMetadata({ source }: StreamMetadata): Buffer {
  const rest = Object.entries(source).filter(([key]) => key !== '$tb');
  const others = JSON.stringify(Object.fromEntries(rest)).slice(1, -1);
  return Buffer.from(`{${others === '' ? '' : `${others},`}"$tb":${SOFT_DELETED_MARK}}`);
}

export function revivedMetadata({ source }: StreamMetadata, truncateBefore: number): Buffer {
  return Buffer.from(JSON.stringify({ ...source, $tb: truncateBefore }));
}

function parseObject(data: Buffer): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(data.toString('utf8'));
    return typeof content === 'object' && content !== null ? { ...content } : {};
  } catch {
    return {};
  }
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
