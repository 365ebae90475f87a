import type { Transaction } from '#database';
import type { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { DeploymentEntity } from '../deployment/deployment.entity.js';
import { AfterActionEntity } from './after-action.entity.js';
import { lessonDraft, type AfterActionDraft } from './after-action.js';
import { LessonEntity } from './lesson.entity.js';
import { openIn, sealIn } from './sealed-lessons.js';

/** Makes a draft of what the sides answered, for the desk to review. The id of the lesson; null if nobody answered. */
export async function draftLesson(
  tx: Transaction,
  vault: Vault,
  deploymentId: string,
): Promise<string | null> {
  const rows = await tx.manager.find(AfterActionEntity, {
    where: { deploymentId },
    order: { side: 'DESC' },
  });
  const isThere = await tx.manager.existsBy(LessonEntity, { deploymentId });
  if (rows.length === 0 || isThere) return null;
  const answers = await Promise.all(rows.map((row) => openIn(vault, 'after_action', row)));
  const contents = lessonDraft(answers.filter((one): one is AfterActionDraft => one !== null));
  const { networkId } = await tx.manager.findOneByOrFail(DeploymentEntity, { id: deploymentId });
  const id = uuidv7();
  await tx.manager.insert(LessonEntity, {
    id,
    deploymentId,
    networkId,
    state: 'draft',
    ...(await sealIn(tx, vault, 'lesson', id, contents)),
  });
  return id;
}
