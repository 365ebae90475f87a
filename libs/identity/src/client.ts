/** From where and with what a request came, for whatever concerns signing in. */
export interface Client {
  /** IP address. */
  readonly address: string;
  /** `User-Agent`, of which only a coarse device is ever kept. */
  readonly userAgent: string;
  /** What `KnownDevices` made it keep when it signed in before; null where it sends nothing. */
  readonly device: string | null;
}
