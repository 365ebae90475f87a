import { createContext, use, type ReactNode } from 'react';
import type { AccountRole, MeQuery } from '../graph/types.js';

type Account = NonNullable<MeQuery['me']>['account'];

/** Whoever is signed in. */
export interface Me {
  readonly account: Account;
  /** Whether verified organizers and coordinators see no more than she does. */
  readonly vetted: boolean;
}

const Signed = createContext<Me | null>(null);

export function SignedIn({
  me,
  children,
}: {
  readonly me: Me;
  readonly children: ReactNode;
}): ReactNode {
  return <Signed value={me}>{children}</Signed>;
}

export function useMe(): Me {
  const me = use(Signed);
  if (!me) throw new Error('Nobody is signed in here.');
  return me;
}

export function hasRole(me: Me, roles: readonly AccountRole[]): boolean {
  return me.account.roles.some(({ role }) => roles.includes(role));
}

/** A network that she coordinates. */
export interface OwnNetwork {
  readonly slug: string;
  readonly name: string;
}

export function useOwnNetworks(): readonly OwnNetwork[] {
  return useMe().account.roles.flatMap(({ role, network }) =>
    role === 'COORDINATOR' && network ? [network] : [],
  );
}
