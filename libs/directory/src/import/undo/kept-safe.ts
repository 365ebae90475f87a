import type { Statement } from '../../assertion/statement.js';
import { statementOf } from '../../assertion/statement.js';
import { DEFINITIONS } from '../../fields/stated.js';

/** What protects her, in one statement or the other. */
const SAFETY = DEFINITIONS.filter(([, { safety }]) => safety === true);

/** Whether a statement has anything that protects her: an at-risk mark, a code name, a territory ruled out. */
export function protectsHer(statement: Statement): boolean {
  return SAFETY.some(([field]) => {
    const said = statement[field];
    return Array.isArray(said) ? said.length > 0 : Boolean(said);
  });
}

/**
 * An earlier statement with all that protects her in the present one: an at-risk mark stays with its code name, and
 * territories stay ruled out.
 */
export function keptSafe(earlier: Statement, present: Statement): Statement {
  const kept: Record<string, unknown> = { ...earlier };
  for (const [field, { type }] of SAFETY) {
    const [was, is] = [earlier[field], present[field]];
    if (type.kind === 'flag') kept[field] = was === true || is === true ? true : was;
    else if (type.kind === 'codes') {
      const codes = [...((was ?? []) as string[]), ...((is ?? []) as string[])];
      kept[field] = [...new Set(codes)].toSorted();
    } else kept[field] = was ?? is;
  }
  return statementOf(kept);
}
