declare module 'fxa-common-password-list' {
  /** Whether it is one of the passwords that are tried first. */
  export function test(password: string): boolean;
}
