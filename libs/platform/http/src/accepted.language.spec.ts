import { acceptedLanguage } from './accepted.language';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-US,en;q=0.9,zh;q=0.8', 'en'],
    ['en;q=0.3, ZH-Hans-CN;q=0.7', 'zh'],
    ['fr, zh;q=0.1', 'zh'],
    ['zh;q=0', 'en'],
    ['*', 'en'],
    ['zho', 'en'],
    ['zh;q=nonsense', 'en'],
  ])('for %p is %s', (header, language) => expect(acceptedLanguage(header)).toBe(language));
});
