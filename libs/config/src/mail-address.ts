/** Letters, digits and the marks of RFC 5321 that need no quoting; a domain of labels. */
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(localhost|([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)$/i;
/** Of a path in SMTP, without its brackets. */
const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;

/** Characters that nobody sees: they stand in addresses that were copied from pages and letters. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u;

/**
 * Whether mail can go there: one plain address, so that no text given as one can hold a second address,
 * a name or a line of a header. The one rule for files, forms, the graph and the sending of mail.
 */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= LONGEST && text.lastIndexOf('@') <= LONGEST_LOCAL_PART && ADDRESS.test(text)
  );
}

/** Why a text is no address that mail can go to, as a sentence that repeats nothing of it; null where it is one. */
export function mailAddressProblem(text: string): string | null {
  if (isMailAddress(text)) return null;
  return DISGUISES.find(([looks]) => looks(text))?.[1] ?? 'This is not an e-mail address.';
}

const DISGUISES: readonly (readonly [looks: (text: string) => boolean, sentence: string])[] = [
  [
    (text) => INVISIBLE.test(text),
    'The address holds an invisible character: type it anew, or delete that character.',
  ],
  [
    (text) => (text.normalize('NFKC').match(/[^\s@<>;,]@/gu) ?? []).length > 1,
    'More than one address stands here: write one.',
  ],
  [(text) => /^\s*mailto:/i.test(text), 'Write the address alone: leave out "mailto:".'],
  [(text) => /<.*>/.test(text), 'Write the address alone, without a name and angle brackets.'],
  [
    (text) => isMailAddress(text.trim().replaceAll(/^[\s;,.:<("']+|[\s;,.:>)"']+$/g, '')),
    'Write the address alone: leave out the marks before and behind it.',
  ],
  [
    (text) => isMailAddress(text.normalize('NFKC')),
    'The address holds a wide character: type it with plain ones, "@" too.',
  ],
  [
    (text) => /^[^\s@]+@[^\s@]*[^\0-\x7f][^\s@]*$/u.test(text),
    'The domain of the address is not in ASCII: write its form that begins with "xn--".',
  ],
  [
    (text) => /^[^\s@]+@[^\s@]+$/u.test(text) && /[^\0-\x7f]/u.test(text),
    'Before its "@" the address has a letter that is not in ASCII: mail cannot be sent there.',
  ],
];
