import { POLICY_KINDS, type PolicyKind } from '@tenure/policy-contract';

/** A policy in a file. What it says is checked where it is sent. */
export interface PolicyFile {
  readonly policyId: string;
  readonly kind: PolicyKind;
  readonly title: unknown;
  readonly description?: unknown;
  /** In force from here: ISO 8601 with offset. */
  readonly effectiveFrom: string;
  readonly content: unknown;
}

export class InvalidPolicyFileError extends Error {
  override readonly name = 'InvalidPolicyFileError';
  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`${file} is no policy: ${reason}`, options);
  }
}

/** Throws InvalidPolicyFileError. */
export function policyFile(name: string, text: string): PolicyFile {
  const file = parsed(name, text);
  if (!isPolicyFile(file)) {
    throw new InvalidPolicyFileError(name, 'it must have policyId, kind, title, effectiveFrom and content');
  }
  return file;
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidPolicyFileError(name, 'it is not JSON', { cause });
  }
}

const KINDS: ReadonlySet<unknown> = new Set(POLICY_KINDS);

function isPolicyFile(file: unknown): file is PolicyFile {
  if (typeof file !== 'object' || file === null) return false;
  const { policyId, kind, effectiveFrom, content }: Partial<Record<keyof PolicyFile, unknown>> = file;
  return typeof policyId === 'string' && KINDS.has(kind) && typeof effectiveFrom === 'string' && content !== undefined;
}
