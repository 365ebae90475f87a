const LONGEST = 254;

/** An address as it is looked up: composed, in small letters, without spaces around it. */
export function normalizedEmail(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** Whether mail could be sent to it; whether it arrives, only a mail tells. */
export function isEmail(text: string): boolean {
  return text.length <= LONGEST && /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u.test(text);
}
