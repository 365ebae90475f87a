/** Where browsers reach this service. */
export class PublicAddress {
  constructor(
    readonly url: string,
    /** Cookies are kept for TLS alone. */
    readonly secure: boolean,
  ) {}
}
