/** The import cannot even begin, or not go on. The message is one sentence for the coordinator. */
export class ImportRefusedError extends Error {
  override readonly name = 'ImportRefusedError';
}
