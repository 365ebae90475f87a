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

/** What is wrong with an address: `address.<name>` among the messages of imports says it. */
export type MailAddressProblem =
  | 'invisible'
  | 'several'
  | 'mailto'
  | 'named'
  | 'marks'
  | 'wide'
  | 'domain'
  | 'local'
  | 'other';

/** Why a text is no address that mail can go to; null where it is one. */
export function mailAddressProblem(text: string): MailAddressProblem | null {
  if (isMailAddress(text)) return null;
  return DISGUISES.find(([looks]) => looks(text))?.[1] ?? 'other';
}

const DISGUISES: readonly (readonly [
  looks: (text: string) => boolean,
  problem: MailAddressProblem,
])[] = [
  [(text) => INVISIBLE.test(text), 'invisible'],
  [(text) => (text.normalize('NFKC').match(/[^\s@<>;,]@/gu) ?? []).length > 1, 'several'],
  [(text) => /^\s*mailto:/i.test(text), 'mailto'],
  [(text) => /<.*>/.test(text), 'named'],
  [(text) => isMailAddress(text.trim().replaceAll(/^[\s;,.:<("']+|[\s;,.:>)"']+$/g, '')), 'marks'],
  [(text) => isMailAddress(text.normalize('NFKC')), 'wide'],
  [(text) => /^[^\s@]+@[^\s@]*[^\0-\x7f][^\s@]*$/u.test(text), 'domain'],
  [(text) => /^[^\s@]+@[^\s@]+$/u.test(text) && /[^\0-\x7f]/u.test(text), 'local'],
];
