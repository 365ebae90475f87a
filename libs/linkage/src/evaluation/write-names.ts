import type { Chance, Weighted } from '#kernel';

/** An Arabic form, how many people have it, and how they spell it, by country. */
export type NameForm = readonly [
  arabic: string,
  people: number,
  spellings: Readonly<Record<string, readonly Weighted<string>[]>>,
];

/** How a list writes a name. */
export interface Rendering {
  readonly script: 'arabic' | 'latin';
  readonly country: string;
  readonly family: NameForm;
  readonly father: boolean;
  readonly grandfather: boolean;
  readonly familyFirst: boolean;
  readonly familyLeftOut: boolean;
  readonly honorific: boolean;
  /** Her own family name and the one that she married into. */
  readonly bothFamilies: boolean;
}

interface Names {
  readonly given: NameForm;
  readonly father: NameForm;
  readonly grandfather: NameForm;
  readonly family: NameForm;
}

const HONORIFICS = {
  latin: ['Dr', 'Dr.', 'Mme', 'Hon.', 'Prof.', 'Hajja', 'Ms'],
  arabic: ['الدكتورة', 'السيدة', 'د.', 'الأستاذة', 'الحاجة'],
} as const;
/** Of ten spellings, so many are of her own country. */
const OF_COUNTRY = 75;
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

export function renderName(chance: Chance, names: Names, rendering: Rendering): string {
  const spell = (form: NameForm) =>
    rendering.script === 'arabic' ? form[0] : spellingOf(chance, form, rendering.country);
  const middle = [
    ...(rendering.father || rendering.familyLeftOut ? [spell(names.father)] : []),
    ...(rendering.grandfather ? [spell(names.grandfather)] : []),
  ];
  const families = rendering.familyLeftOut
    ? []
    : [
        ...(rendering.bothFamilies && rendering.family !== names.family
          ? [spell(names.family)]
          : []),
        spell(rendering.family),
      ];
  const first = [spell(names.given), ...middle];
  const ordered = rendering.familyFirst ? [...families, ...first] : [...first, ...families];
  if (rendering.honorific) ordered.unshift(chance.one(HONORIFICS[rendering.script]));
  return ordered.join(' ');
}

function spellingOf(chance: Chance, [, , spellings]: NameForm, country: string): string {
  const countries = Object.keys(spellings);
  const own = spellings[country];
  return chance.weighted(
    own && chance.percent(OF_COUNTRY) ? own : spellings[chance.one(countries)]!,
  );
}

/** With one slip of the pen in one of its longer words. */
export function misspelt(chance: Chance, name: string): string {
  const words = name.split(' ');
  const long = words.flatMap((word, i) => (word.length >= 4 ? [i] : []));
  if (long.length === 0) return name;
  const place = chance.one(long);
  const letters = Array.from(words[place]!);
  const at = chance.whole(1, letters.length - 2);
  const alphabet = /[a-z]/i.test(name) ? LATIN : ARABIC;
  const other = alphabet[chance.whole(0, alphabet.length - 1)]!;
  const slip = chance.whole(1, 5);
  if (slip === 1) letters.splice(at, 1);
  else if (slip === 2) letters.splice(at, 0, other);
  else if (slip === 3) letters.splice(at, 1, other);
  else if (slip === 4) letters.splice(at, 2, letters[at + 1]!, letters[at]!);
  else letters.splice(at, 0, letters[at]!);
  words[place] = letters.join('');
  return words.join(' ');
}
