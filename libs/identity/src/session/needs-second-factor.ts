/** Roles that open what harms people in wrong hands: a password alone does not do for them. */
const GUARDED: ReadonlySet<string> = new Set(['administrator', 'coordinator']);

/** Whether somebody of these roles has to show a second factor. */
export function needsSecondFactor(roles: readonly { readonly role: string }[]): boolean {
  return roles.some(({ role }) => GUARDED.has(role));
}
