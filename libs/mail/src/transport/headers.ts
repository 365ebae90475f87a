import type { WholeMail } from '../sealed-mail.js';

/** Whose name stands beside the sender's address. */
export const SENDER = 'Baraza';

/** The part of an address behind the @. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** The same for a mail that is sent twice, and without the machine's name. */
export function messageId(id: string, from: string): string {
  return `<${id}@${domainOf(from)}>`;
}

/** No one's answering machine is to answer, and readers aloud are told the language. */
export function furtherHeaders({ locale }: Pick<WholeMail, 'locale'>): Record<string, string> {
  return { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale };
}
