import { CONSENT_PURPOSES, type ConsentPurpose } from '../../profile/profile-record.js';

/** What stands where a file does not say to which text she consented. */
export const UNSTATED_VERSION = 'unstated';

const OF_PURPOSE = new RegExp(`^(${CONSENT_PURPOSES.join('|')}):\\s*(.+)$`, 'u');

/**
 * The version of the text for a purpose: a column of versions holds one for all purposes, or
 * "LISTED: 2024-1; MATCHED: 2025-2" where they are of different texts.
 */
export function versionOfConsent(versions: string, purpose: ConsentPurpose): string {
  const parts = versions.split(';').map((part) => OF_PURPOSE.exec(part.trim()));
  if (parts.some((part) => part === null)) return versions;
  return parts.find((part) => part?.[1] === purpose)?.[2]?.trim() ?? UNSTATED_VERSION;
}

/** What a column of versions holds of some consents. */
export function versionsOfConsents(
  consents: readonly { readonly purpose: ConsentPurpose; readonly textVersion: string }[],
): string {
  const [first, ...others] = consents;
  if (!first) return '';
  if (others.every(({ textVersion }) => textVersion === first.textVersion))
    return first.textVersion;
  return consents.map(({ purpose, textVersion }) => `${purpose}: ${textVersion}`).join('; ');
}
