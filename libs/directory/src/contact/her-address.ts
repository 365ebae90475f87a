import { isMailAddress } from '#config';
import type { Reader, Transaction } from '#database';
import type { Vault } from '#vault';
import { LOCALES, proficiencyRank, type Locale } from '#vocabulary';
import type { LanguageSkill } from '../fields/field-values.js';
import { ContactRepository } from './contact-repository.js';

/** Where mails to a mediator go, and in which language. */
export interface HerAddress {
  readonly to: string;
  readonly locale: Locale;
}

/**
 * Where mails to her go, by her own word or that of a network, and in which language: of those that Baraza writes the
 * one she knows best, else English. Null if nobody stated an address. For mails to herself only.
 */
export async function herAddress(
  tx: Transaction,
  vault: Vault,
  mediatorId: string,
): Promise<HerAddress | null> {
  const to = await new ContactRepository(vault).addressOf(tx, mediatorId);
  if (to === null || !isMailAddress(to)) return null;
  return { to, locale: await herLocale(tx, mediatorId) };
}

/** Of the languages in which Baraza writes, the one that she knows best, else English. */
export async function herLocale(tx: Reader, mediatorId: string): Promise<Locale> {
  const languages = await tx.query<LanguageSkill>(
    'SELECT language AS code, level FROM mediator_language WHERE mediator_id = $1',
    [mediatorId],
  );
  const known = languages.flatMap(({ code, level }) => {
    const locale = LOCALES.find((one) => one === code);
    return locale ? [{ locale, rank: proficiencyRank(level) }] : [];
  });
  return known.toSorted((a, b) => b.rank - a.rank)[0]?.locale ?? 'en';
}
