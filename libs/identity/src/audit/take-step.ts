import type { Transaction } from '#database';
import type { StateMachine, StateWord } from '#kernel';
import type { EntityTarget } from 'typeorm';
import { changeRecord, type ChangeRecord } from './record-audit.js';

/**
 * Takes a step of a row that nothing changes but its state, and writes that state.
 *
 * @param row as the audit log takes its hash; the caller has locked it and asked the policy for the step's action
 * @returns the row after the step, and what the log is to be told
 * @throws InvalidStateError if the step cannot be taken
 */
export async function takeStep<
  State extends StateWord,
  Name extends string,
  Facts,
  Row extends { readonly id: string; readonly state: State },
>(
  tx: Pick<Transaction, 'manager'>,
  steps: StateMachine<State, Name, string | null, string, Facts, never>,
  name: Name,
  entity: EntityTarget<{ id: string; state: string }>,
  row: Row,
  facts: Facts,
): Promise<{ readonly after: Row; readonly record: ChangeRecord }> {
  const state = steps.take(name, row.state, facts);
  const { id } = row;
  await tx.manager.update(entity, { id, state: row.state }, { state });
  const after = { ...row, state };
  return { after, record: changeRecord(steps.audit(name), steps.table.subject, row, after) };
}
