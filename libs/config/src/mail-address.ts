/** Letters, digits and the marks of RFC 5321 that need no quoting; a domain of labels. */
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
/** Of a path in SMTP, without its brackets. */
const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;

/**
 * Whether mail can go there: one plain address, so that no text given as one can hold a second address,
 * a name or a line of a header.
 */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= LONGEST && text.lastIndexOf('@') <= LONGEST_LOCAL_PART && ADDRESS.test(text)
  );
}
