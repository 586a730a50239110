import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import type { ValueTransformer } from 'typeorm';
import { arrayLiteral, COPY_NULL, escapeCopyText, storableJson } from './copy.text';

/** How one column goes into a COPY line. */
export type ColumnWriter = (value: unknown) => string;

/** Compiled once per column, so that writing a row asks no questions about types. */
export function compileWriter(column: ColumnMetadata, type: string): ColumnWriter {
  const transform = transformOf(column.transformer);
  const text = textOf(type);
  const write = column.isArray
    ? (value: unknown) => escapeCopyText(arrayLiteral(Array.isArray(value) ? value : [value], text))
    : needsNoEscape(type)
      ? text
      : (value: unknown) => escapeCopyText(text(value));
  const writeOrNull = (value: unknown) => (value === null || value === undefined ? COPY_NULL : write(value));
  return transform ? (value) => writeOrNull(transform(value)) : writeOrNull;
}

function transformOf(transformer: ColumnMetadata['transformer']): ((value: unknown) => unknown) | undefined {
  if (!transformer) return undefined;
  const list: ValueTransformer[] = Array.isArray(transformer) ? transformer : [transformer];
  return (value) => list.reduceRight((result: unknown, one) => one.to(result), value);
}

/** Every other type is written as the text that JavaScript has for the value. */
function textOf(type: string): (value: unknown) => string {
  if (type === 'json' || type === 'jsonb') return storableJson;
  if (type === 'bytea') return (value) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value));
  return (value) => (typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : String(value));
}

const NUMERIC = new Set(['integer', 'int', 'int4', 'smallint', 'int2', 'bigint', 'int8', 'numeric', 'decimal', 'real']);
const PLAIN = new Set([...NUMERIC, 'double precision', 'float8', 'float4', 'boolean', 'bool', 'uuid']);

const needsNoEscape = (type: string): boolean => PLAIN.has(type);
