import { completenessOf } from '../assertion/completeness.js';
import { PROFILE_STEPS } from './states.js';

/** Every step as Markdown, for `docs/curation.md`. Who may take one is in `docs/policies.md` under its action. */
export function stepsTable(): string {
  const rows = PROFILE_STEPS.names.map((name) => {
    const { from, to, action, timer } = PROFILE_STEPS.transition(name);
    const byItself = timer ? [`automatically ${timer.when}`] : [];
    const needed = [...PROFILE_STEPS.needs(name), ...byItself].join('; ');
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
