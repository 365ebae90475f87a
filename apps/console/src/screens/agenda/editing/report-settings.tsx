import { useState, type ReactNode } from 'react';
import { problemAt } from '../../../graph/refusal.js';
import type { Sharing, WholeReportFragment } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Button } from '../../../ui/button.js';
import { Choice, Line } from '../../../ui/fields.js';
import { StepDialog } from '../../../ui/step-dialog.js';
import type { Option } from '../../../ui/type-ahead.js';
import { ChangeReport } from '../reports.graphql.js';
import { useActors } from '../use-all.js';
import { SHARINGS } from '../words.js';

/** With whom it is shared, who is consulted and who receives it. */
export function ReportSettings({
  report,
  onClose,
}: {
  readonly report: WholeReportFragment;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const actors = useActors();
  const [sharing, setSharing] = useState<Sharing>(report.sharing);
  const [submittedTo, setSubmittedTo] = useState(report.submittedTo ?? '');
  const [consulted, setConsulted] = useState<readonly Option[]>(
    report.consulted.map(({ code, name }) => ({ id: code, words: name })),
  );
  const { id, revision, actor } = report;
  const others = (actors.data ?? []).filter(
    ({ code }) => code !== actor.code && !consulted.some((one) => one.id === code),
  );
  return (
    <StepDialog
      title={t('report.settings')}
      action={tc('action.save')}
      change={useChange(ChangeReport)}
      variables={() => ({
        input: {
          id,
          revision,
          sharing,
          submittedTo: submittedTo.trim() || null,
          consulted: consulted.map((one) => one.id),
          answers: report.answers.map(({ cell, texts }) => ({
            cell,
            texts: texts.map(({ language, text }) => ({ language, text })),
          })),
        },
      })}
      done={tc('state.saved')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Choice
            label={t('report.sharing')}
            hint={t('report.sharingHint')}
            value={sharing}
            options={SHARINGS.map((each) => [each, t(`sharing.${each}`)])}
            onChange={(one) => {
              if (one !== '') setSharing(one);
            }}
          />
          <Line
            label={t('reports.to')}
            maxLength={200}
            value={submittedTo}
            onChange={setSubmittedTo}
            problem={problemAt(refused, 'submittedTo')}
          />
          <p>{t('report.consulted')}</p>
          <ul>
            {consulted.map((one) => (
              <li key={one.id}>
                <bdi>{one.words}</bdi>{' '}
                <Button
                  small
                  aria-label={t('report.removeOf', { name: one.words })}
                  onPress={() => setConsulted(consulted.filter((each) => each.id !== one.id))}
                >
                  {t('report.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <Choice
            label={t('report.addConsulted')}
            none={t('indicators.choose')}
            value=""
            options={others.map(({ code, name }) => [code, name])}
            onChange={(code) => {
              const one = others.find((each) => each.code === code);
              if (one) setConsulted([...consulted, { id: one.code, words: one.name }]);
            }}
            problem={problemAt(refused, 'consulted')}
          />
        </>
      )}
    </StepDialog>
  );
}
