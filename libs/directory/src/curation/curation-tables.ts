import { completenessOf } from '../assertion/completeness.js';
import { REQUIRED_FIELDS, STEP_NAMES, STEPS } from './states.js';

const NEEDS = {
  fields: `states ${REQUIRED_FIELDS.join(', ')}`,
  evidence: 'two references or an accreditation',
  'four-eyes': 'the four-eyes rule, where a network of hers has it',
  consent: 'her consent LISTED',
  'her-own-return': 'herself, if she withdrew herself',
} as const;

/** Every step as Markdown, for `docs/curation.md`. Who may take one is in `docs/policies.md` under its action. */
export function stepsTable(): string {
  const rows = STEP_NAMES.map((name) => {
    const { from, to, action, needs } = STEPS[name];
    const needed = needs.map((need) => NEEDS[need]).join('; ');
    return `| ${name} | ${from.join(', ')} | ${to} | ${action} | ${needed} |`;
  });
  return ['| step | from | to | action | needs |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** What a profile is measured by, as Markdown. */
export function completenessTable(): string {
  const rows = completenessOf({}).missing.map(
    ({ field, gain, criterion, filters }) =>
      `| ${field} | ${gain} | ${criterion} | ${filters.map((name) => `\`${name}\``).join(', ')} |`,
  );
  const head = '| field | per cent | criterion of matching | not found by, without it |';
  return [head, '| --- | --- | --- | --- |', ...rows].join('\n');
}
