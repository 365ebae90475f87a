/** Texts remembered at the most; then it begins anew, so that no file can fill memory. */
const MOST = 20_000;

/** In characters; a longer text hardly comes twice. */
const LONGEST = 200;

/** The same pure function, which remembers what it answered. */
export function remembering<T>(parse: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = parse(text);
    if (text.length > LONGEST) return answer;
    if (answers.size >= MOST) answers.clear();
    answers.set(detached(text), answer);
    return answer;
  };
}

/** A copy of its own: a piece of a text keeps the whole of it in memory, here a good part of the file. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
