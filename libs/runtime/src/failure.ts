import { ExpectedError } from '#kernel';
import type { Locale } from '#vocabulary';

/** What a command says when it fails. */
export class CommandFailure extends Error {}

/** Names of the errors whose messages are written for people and hold no personal data. */
const SPEAKING = new Set([
  'CommandFailure',
  'SettingsError',
  'DatabaseUnavailableError',
  'EmbeddedPostgresError',
  'VaultError',
  'SearchUnavailableError',
  'ImportRefusedError',
  'UnreadableLinesError',
  'PortTakenError',
  'SolverError',
  'InexactSolution',
]);

/**
 * One plain sentence for whatever went wrong. Errors that Baraza throws on purpose carry a sentence
 * for people; anything else is reported by its kind alone, for a message might quote a profile.
 *
 * @param locale of whoever reads it; logs are in English
 */
export function explainFailure(error: unknown, locale: Locale = 'en'): string {
  if (!(error instanceof Error)) return 'Something unexpected went wrong.';
  if (error instanceof ExpectedError) return error.saidIn(locale);
  if (error instanceof CommandFailure || SPEAKING.has(error.name)) return error.message;
  const { code } = error as { code?: unknown };
  const kind = typeof code === 'string' ? `${error.name} ${code}` : error.name;
  return `Something unexpected went wrong (${kind}). Nothing that was not already saved has been changed.`;
}
