import { hash } from 'node:crypto';
import type { MeasurePlanned } from '@tenure/improvement-contract';

/**
 * SHA-256, hexadecimal, of the plan as JSON with the keys of every object in the order of their UTF-16 code units (as in RFC
 * 8785): what its owner signs, so that anybody can check what was signed.
 */
export const planDigest = (plan: MeasurePlanned): string => hash('sha256', JSON.stringify(inKeyOrder(plan)), 'hex');

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const ordered = members.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(ordered.map(([key, member]) => [key, inKeyOrder(member)]));
}
