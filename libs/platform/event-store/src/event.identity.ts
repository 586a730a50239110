import { hash } from 'node:crypto';

/**
 * The id of the n-th event of a command, as a UUID of version 5's form (RFC 9562, name-based SHA-1). It depends on a fingerprint
 * of the command's content too, so that a command id used again with other content is told apart from a repetition.
 */
export function eventId(commandId: string, fingerprint: string, index: number): string {
  const digest = hash('sha1', `${index}\n${fingerprint}\n${commandId}`, 'hex');
  const variant = ((parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
