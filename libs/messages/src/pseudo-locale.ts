import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  z: 'ž',
};

let used = false;

/**
 * For tests: English messages come in brackets and with accents, so that a page shows which of its words stand
 * in no catalogue. Returns a function that ends it.
 */
export function usePseudoLocale(): () => void {
  used = true;
  return () => {
    used = false;
  };
}

export function isPseudoLocaleUsed(): boolean {
  return used;
}

/** A message in the pseudo-locale: `Sign in` becomes `⟦Sígñ íñ⟧`; what is put in stays as it is. */
export function pseudo(message: readonly MessageFormatElement[]): MessageFormatElement[] {
  return [literal('⟦'), ...message.map(accent), literal('⟧')];
}

function literal(value: string): MessageFormatElement {
  return { type: TYPE.literal, value };
}

function accent(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal) {
    return literal(element.value.replaceAll(/[a-z]/g, (letter) => ACCENTED[letter] ?? letter));
  }
  if (element.type === TYPE.plural || element.type === TYPE.select) {
    const options = Object.entries(element.options).map(([name, option]) => [
      name,
      { ...option, value: option.value.map(accent) },
    ]);
    return { ...element, options: Object.fromEntries(options) as typeof element.options };
  }
  return element;
}
