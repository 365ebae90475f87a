import type { Transaction } from '#database';
import type { Vault } from '#vault';

/** Who bears a cost. */
export type Bearer = 'organizer' | 'host' | 'network' | 'herself' | 'nobody' | 'not-applicable';

/** What of a deployment is sealed: whatever somebody wrote, and where exactly she is. */
export interface DeploymentWords {
  /** What she is there for, in the organizer's words. */
  readonly role: string;
  /** The exact place; the organizer's and the desk's, and hers. */
  readonly place: string;
  readonly host: string;
  readonly reportingLine: string;
  readonly supervisor: string;
  readonly costs: Readonly<Record<'fee' | 'travel' | 'insurance' | 'security', Bearer>>;
  /** What the side that ended, cancelled or suspended it wrote; that side and the desk read it. */
  readonly reason: string;
  /** Where it is written what came of it. */
  readonly outcomeSource: string;
}

export async function sealWords(
  tx: Transaction,
  vault: Vault,
  id: string,
  words: DeploymentWords,
): Promise<{ keyId: number; sealed: Buffer }> {
  const { keyId, bytes } = (await vault.sealer(tx)).seal(
    JSON.stringify(words),
    deploymentPlace(id),
  );
  return { keyId, sealed: bytes };
}

export async function openWords(
  vault: Vault,
  { id, keyId, sealed }: { readonly id: string; readonly keyId: number; readonly sealed: Buffer },
): Promise<DeploymentWords> {
  const text = await vault.open({ keyId, bytes: sealed }, deploymentPlace(id));
  return JSON.parse(text) as DeploymentWords;
}

export function deploymentPlace(id: string): string {
  return `deployment:${id}`;
}
