import * as fc from 'fast-check';
import { KeyedSurveyLinks } from './keyed-survey.links';

const links = (fill: number) => new KeyedSurveyLinks('https://x.example', new Uint8Array(32).fill(fill));
const tokenOf = (invitationId: string) => links(1).linkOf(invitationId).replace('https://x.example/s/', '');
const ids = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/);

describe('links to surveys', () => {
  it('lead to their invitation, under the same key alone', () =>
    fc.assert(
      fc.property(ids, (invitationId) => {
        expect(links(1).invitationOf(tokenOf(invitationId))).toBe(invitationId);
        expect(links(2).invitationOf(tokenOf(invitationId))).toBeUndefined();
      }),
    ));
  it('lead nowhere where a single letter is another', () =>
    fc.assert(
      fc.property(ids, fc.nat(), fc.constantFrom('0', 'a', 'f', 'Z', '-'), (invitationId, at, letter) => {
        const token = tokenOf(invitationId);
        const place = at % token.length;
        const other = `${token.slice(0, place)}${letter}${token.slice(place + 1)}`;
        if (other !== token) expect(links(1).invitationOf(other)).toBeUndefined();
      }),
    ));
  it.each(['', '-', 'i-1', `i-1-${'0'.repeat(32)}`, `-${'0'.repeat(32)}`, `i-1-${'é'.repeat(32)}`, 'x'.repeat(5_000)])(
    'lead nowhere where they are made up: %s',
    (token) => expect(links(1).invitationOf(token)).toBeUndefined(),
  );
  it('hold 128 bits that nobody can know', () => expect(tokenOf('i-1')).toMatch(/^i-1-[0-9a-f]{32}$/));
});
