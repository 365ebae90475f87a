/** What is sealed cannot be opened, or the keys cannot be used. The message is one sentence without any content. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}
