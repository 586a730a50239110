/**
 * Remembers what short texts gave, since columns of a file repeat themselves; forgets everything when there is too much.
 * Keys are copied: a text of a file is a slice that would keep a whole piece of the file alive.
 */
export function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    if (results.size >= MOST) results.clear();
    results.set(Buffer.from(text).toString(), result);
    return result;
  };
}

const LONGEST = 40;
const MOST = 10_000;
