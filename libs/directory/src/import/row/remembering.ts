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
    answers.set(text, answer);
    return answer;
  };
}
