import { createInterface } from 'node:readline/promises';
import type { LabelledPair } from '#directory';
import { LABELS, type Label } from '#linkage';
import type { Asked } from './confirm.js';
import type { NamedPair } from './label-files.js';
import { asTable } from './output.js';

interface Labelling {
  readonly look: (pair: NamedPair) => Promise<LabelledPair>;
  readonly keep: (pair: NamedPair, label: Label) => Promise<void>;
}

/** Shows one pair after another, without its weight, and keeps each answer at once; ends early where the person stops. */
export async function labelPairs(
  pairs: readonly NamedPair[],
  { look, keep }: Labelling,
  { input, output }: Asked,
): Promise<void> {
  const lines = createInterface({ input, output });
  // What is typed while a pair is read is kept for it.
  const typed = lines[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string | null> => {
    output.write(question);
    const { value, done } = await typed.next();
    return done ? null : value;
  };
  try {
    for (const [i, pair] of pairs.entries()) {
      const found = await look(pair);
      output.write(`\n${i + 1} of ${pairs.length}\n${sideBySide(found)}\n`);
      const label = await askLabel(ask);
      if (label === null) return;
      await keep(pair, label);
    }
  } finally {
    lines.close();
  }
}

const KEYS: Readonly<Record<string, Label>> = { s: 'same', d: 'different', c: 'cannot-say' };

/** Null where she stops. */
async function askLabel(ask: (question: string) => Promise<string | null>): Promise<Label | null> {
  for (;;) {
    const said = await ask('One woman? s same, d different, c cannot say, q stop: ');
    const key = said?.trim().toLowerCase();
    if (key === undefined || key === 'q') return null;
    const label = KEYS[key] ?? LABELS.find((each) => each === key);
    if (label) return label;
  }
}

function sideBySide({ fields, sameMail, sameTelephone }: LabelledPair): string {
  const isSame = (same: boolean | null) =>
    same === null ? ['', ''] : same ? ['equal', 'equal'] : ['one', 'another'];
  const rows = [
    ...fields.map(({ field, one, other }) => [field, one.join('; '), other.join('; ')]),
    ['mail address', ...isSame(sameMail)],
    ['telephone', ...isSame(sameTelephone)],
  ];
  return asTable({ head: ['', 'first', 'second'], rows, widths: [20, 'rest', 40] });
}
