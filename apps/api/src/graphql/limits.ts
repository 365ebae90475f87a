/** What one request may ask for; each is a setting (docs/settings.md). */
export class Limits {
  constructor(
    /** Most items of a page. */
    readonly pageSize: number,
    readonly depth: number,
    readonly aliases: number,
    readonly fields: number,
    readonly tokens: number,
  ) {}
}
