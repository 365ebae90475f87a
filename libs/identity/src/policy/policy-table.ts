import { CONDITIONS } from './conditions.js';
import { GRANTS } from './grants.js';
import { RULES, type Rule } from './rules.js';

/** Who may do what to what, as a Markdown table for `docs/policies.md`: one row for each action. */
export function policyTable(): string {
  const list: readonly Rule[] = RULES;
  const cells = new Map<string, Map<string, string>>();
  for (const { to, subject, actions, when } of list) {
    for (const action of actions) {
      const row = `${subject} | ${action}`;
      const byGrant = cells.get(row) ?? new Map<string, string>();
      for (const grant of to) byGrant.set(grant, when ? CONDITIONS[when].words : 'yes');
      cells.set(row, byGrant);
    }
  }
  const rows = [...cells].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    `| subject | action | ${GRANTS.join(' | ')} |`,
    `| --- | --- | ${GRANTS.map(() => '---').join(' | ')} |`,
    ...rows.map(
      ([row, byGrant]) =>
        `| ${row} | ${GRANTS.map((grant) => byGrant.get(grant) ?? '').join(' | ')} |`,
    ),
  ].join('\n');
}
