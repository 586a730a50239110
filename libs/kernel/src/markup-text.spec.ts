import * as fc from 'fast-check';
import { markupText } from './markup-text';

describe('text in markup', () => {
  it('is text, whatever it looks like', () =>
    expect(markupText(`<script>alert("1 & 2")</script>'`)).toBe(
      '&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;&#39;',
    ));

  it('keeps what sets a text and drops what XML cannot have', () =>
    expect(markupText('a\tb\r\nc\u0000d\u001b[31m\u007f投诉')).toBe('a\tb\r\ncd[31m投诉'));

  it('never opens or ends anything', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(markupText(text)).not.toMatch(/[<>"']/))));
});
