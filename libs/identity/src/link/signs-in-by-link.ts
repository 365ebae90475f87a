/** Whether a link in a mail is enough to sign in: for mediators, who have no other role to lose by it. */
export function signsInByLink(roles: readonly { readonly role: string }[]): boolean {
  return roles.length > 0 && roles.every(({ role }) => role === 'mediator');
}
