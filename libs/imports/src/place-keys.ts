import type { Vault } from '#vault';

/**
 * Keyed hashes of places in one uploaded file, by which they are found again. In the clear the names of sheets and
 * columns would tell of people: some lists have a sheet for each woman.
 */
export class PlaceKeys {
  private readonly sheets = new Map<string, string>();

  constructor(
    private readonly vault: Vault,
    private readonly importId: string,
  ) {}

  /** Empty where no sheet is named. */
  sheet(name = ''): string {
    if (name === '') return '';
    const known = this.sheets.get(name);
    if (known !== undefined) return known;
    const key = this.keyed(['sheet', name]);
    this.sheets.set(name, key);
    return key;
  }

  cell(row: number, sheet: string, header: string, nth: number): string {
    return this.keyed(['cell', sheet, row, header, nth]);
  }

  private keyed(place: readonly (string | number)[]): string {
    return this.vault.fingerprint(`import-place:${this.importId}:${JSON.stringify(place)}`);
  }
}
