/** How likely a letter is after another, in milli-bits: what a word costs by chance. */
const EDGE = '#';
const SMOOTHING = 0.5;
/** Letters that come less often than this are rubbish of the data. */
const LEAST_COUNT = 20;

/** @param words [word, weight]; @returns { letters, costs }: a row for each letter and the edge, in the order of the letters and then the edge */
export function bigramCosts(words) {
  const seen = new Map();
  for (const [word] of words) {
    for (const letter of word) seen.set(letter, (seen.get(letter) ?? 0) + 1);
  }
  const letters = [...seen]
    .filter(([, count]) => count >= LEAST_COUNT)
    .map(([letter]) => letter)
    .sort();
  const alphabet = [...letters, EDGE];
  const counts = new Map(alphabet.map((from) => [from, new Map()]));
  for (const [word, weight] of words) {
    const path = [EDGE, ...word, EDGE];
    for (let i = 1; i < path.length; i++) {
      const row = counts.get(path[i - 1]);
      if (row && counts.has(path[i])) row.set(path[i], (row.get(path[i]) ?? 0) + weight);
    }
  }
  const costs = alphabet.map((from) => {
    const row = counts.get(from);
    const total = [...row.values()].reduce((sum, count) => sum + count, 0);
    return alphabet.map((to) =>
      Math.round(
        -1000 * Math.log2(((row.get(to) ?? 0) + SMOOTHING) / (total + SMOOTHING * alphabet.length)),
      ),
    );
  });
  return { letters: letters.join(''), costs };
}
