/** Who does something, as the audit log names it. */
export interface Actor {
  /**
   * `user:` or `service:` and an opaque id, `operator` at the command line, `system:` and the part of
   * Baraza that acts, or `public`. Never a person's name.
   */
  readonly name: string;
  /** Of the request it is done in, where there is one. */
  readonly requestId: string | null;
}
