import type { Transaction } from '#database';
import { SELECT_KEPT } from '#directory';
import { hidden, may, organizationFacts, type Subject, type Viewer } from '#identity';
import { InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import { DeploymentEntity } from '../deployment/deployment.entity.js';

/** A deployment that has ended, as the policies of feedback see it. */
export interface EndedDeployment {
  readonly subject: Extract<Subject, { kind: 'feedback' }>;
  readonly endedAt: Date;
}

/** For the two sides and the desk of her network. @throws NotFoundError, InvalidStateError before its end */
export async function endedDeployment(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<EndedDeployment> {
  const deployment = await tx.manager.findOneBy(DeploymentEntity, { id });
  if (!deployment) throw hidden(viewer, 'deployment');
  const { organizationId, networkId, mediatorId, beganAt, endedAt } = deployment;
  const facts = await organizationFacts(tx, [organizationId]);
  // A record that was merged into another is hers under that one.
  const [her] = await tx.query<{ id: string }>(
    `SELECT kept_id AS id FROM (${SELECT_KEPT}) k WHERE k.id = $1`,
    [mediatorId],
  );
  const subject = {
    kind: 'feedback',
    organizationId,
    verified: facts.get(organizationId)?.state === 'verified',
    networkId,
    mediatorId: her?.id ?? mediatorId,
  } as const;
  if (!may(viewer, 'read', subject)) throw hidden(viewer, 'deployment');
  if (beganAt === null || endedAt === null) {
    throw new InvalidStateError(refusal('deployments.lookedBackAfterEnd'));
  }
  return { subject, endedAt };
}
