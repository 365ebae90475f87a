/** What a person can be. `anyone` is everybody; `user` whoever has signed in. */
export const ROLES = [
  'anyone',
  'user',
  'mediator',
  'organizer',
  'coordinator',
  'focal-point',
  'administrator',
] as const;

/** What a program with a token of its own can be given, for the networks of its account. */
export const SCOPES = ['directory.read', 'profiles.read', 'profiles.write'] as const;

/** Who acts without an account: the command line, and Baraza itself. */
export const INNER_GRANTS = ['operator', 'system'] as const;

export const GRANTS = [...ROLES, ...SCOPES, ...INNER_GRANTS] as const;

export type Role = (typeof ROLES)[number];
export type Scope = (typeof SCOPES)[number];
export type Grant = (typeof GRANTS)[number];
