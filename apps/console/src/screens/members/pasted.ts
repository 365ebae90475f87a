/** A line of what was pasted: an address, and the name beside it if there was one. */
export interface Pasted {
  readonly email: string;
  readonly name: string;
}

const ADDRESS = /[^\s<>;,"']+@[^\s<>;,"']+/;

/**
 * Reads addresses as they stand in mails and lists: `Amina Diallo <amina@example.org>`, `amina@example.org; Amina`, or
 * addresses alone, one a line or with commas and semicolons between them. What has no address is given back as it is.
 */
export function readPasted(text: string): {
  readonly found: readonly Pasted[];
  readonly unread: readonly string[];
} {
  const found = new Map<string, Pasted>();
  const unread: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    for (const part of partsOf(line)) {
      const address = ADDRESS.exec(part)?.[0];
      if (address === undefined) {
        unread.push(part.trim());
        continue;
      }
      const email = address.replace(/^mailto:/i, '').replace(/[.]+$/, '');
      const name = part
        .replace(address, ' ')
        .replaceAll(/[<>;,"\t]/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim();
      const key = email.toLowerCase();
      if (!found.has(key)) found.set(key, { email, name });
    }
  }
  return { found: [...found.values()], unread };
}

/** A line with several addresses is several parts; one with one address is one, whatever stands beside it. */
function partsOf(line: string): readonly string[] {
  if (line.trim() === '') return [];
  if (line.split('@').length <= 2) return [line];
  return line.split(/[,;]/).filter((part) => part.trim() !== '');
}
