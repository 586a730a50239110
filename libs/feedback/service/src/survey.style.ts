/** Readable on a phone, by dark and by light, with targets that a thumb hits. */
export const SURVEY_STYLE = [
  ':root{color-scheme:light dark}',
  'body{font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem}',
  'nav{text-align:end}h1{font-size:1.4rem}',
  'fieldset,.open{border:1px solid #767676;border-radius:.5rem;margin:1rem 0;padding:.5rem 1rem}',
  'legend,.open>label{font-weight:600}',
  '.scale{display:flex;flex-wrap:wrap;gap:.25rem}',
  '.scale label,.choice label{display:flex;align-items:center;gap:.4rem;min-height:2.75rem;padding:0 .6rem}',
  '.ends{display:flex;justify-content:space-between;gap:1rem;margin:0;font-size:.9rem}',
  'input{width:1.25rem;height:1.25rem}textarea{box-sizing:border-box;width:100%;min-height:6rem;font:inherit}',
  'button{font:inherit;min-height:2.75rem;padding:.5rem 2rem}',
  ':focus-visible{outline:3px solid #1a73e8;outline-offset:2px}',
  '.flaws,.flaw{border-inline-start:.3rem solid #c5221f;padding-inline-start:.6rem}',
].join('');
