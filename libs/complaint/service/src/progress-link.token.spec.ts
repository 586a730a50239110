import { hashOf, newToken } from './progress-link.token';

describe('the token of a progress link', () => {
  it('has 256 bits, and is another each time', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });
  it('is known by its SHA-256 alone', () =>
    expect(hashOf('A'.repeat(43))).toBe('0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a'));
  it.each(['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}+`, `${'A'.repeat(43)}\n`])('is not %p', (text) =>
    expect(hashOf(text)).toBeUndefined(),
  );
});
