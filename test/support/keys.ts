/** A master key in the form of BARAZA_MASTER_KEYS: 32 times the same byte. */
export function masterKey(id: string, byte: number): string {
  return `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
}

/** What every test database is opened with. */
export const TEST_MASTER_KEYS = masterKey('test', 7);
