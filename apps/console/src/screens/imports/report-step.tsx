import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/feedback.js';
import { Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Counts } from './counts.js';
import type { StepProps } from './import.js';
import { ImportFindings, UndoImport } from './imports.graphql.js';
import { Rejects } from './rejects.js';

/** What became of the list, and the way back. */
export function ReportStep({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const format = useFormat();
  const { id, state, counts, expiresAt } = one;
  const { data } = useAsk(ImportFindings, { id });
  const isDone = state === 'APPLIED' || state === 'FAILED';
  return (
    <Stack>
      {state === 'APPLYING' || state === 'UNDOING' ? (
        <Notice title={t(`report.${state}`)}>
          <p>{t('report.mayLeave')}</p>
        </Notice>
      ) : null}
      {isDone && counts ? (
        <Notice tone={state === 'FAILED' ? 'warm' : 'good'} title={t('report.APPLIED')}>
          <p>
            {t('report.written', { created: counts.created, updated: counts.updated })}{' '}
            <Link to="/mediators">{t('report.look')}</Link>
          </p>
        </Notice>
      ) : null}
      {state === 'UNDONE' && counts ? (
        <Notice title={t('report.UNDONE', { count: counts.undone })}>
          {counts.kept > 0 ? (
            <p>
              {t('report.kept', { count: counts.kept })}{' '}
              <Link to={`/imports/${id}?step=rows&show=kept`}>{t('report.keptLook')}</Link>
            </p>
          ) : null}
        </Notice>
      ) : null}
      <Counts one={one} />
      {counts && counts.conflicts > 0 ? (
        <Notice tone="warm" title={t('report.conflicts', { count: counts.conflicts })}>
          <p>
            {t('report.conflictsAbout')}{' '}
            <Link to={`/imports/${id}?step=rows&show=conflicts`}>{t('report.conflictsLook')}</Link>
          </p>
        </Notice>
      ) : null}
      <Rejects one={one} />
      {data && data.importReport.leftOut.length > 0 ? (
        <section>
          <h3>{t('columns.leftOut')}</h3>
          <ul>
            {data.importReport.leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {isDone ? (
        <>
          <h3>{t('undo.title')}</h3>
          <p>{t('undo.until', { moment: format.moment(expiresAt) })}</p>
          <Undo id={id} />
        </>
      ) : null}
    </Stack>
  );
}

/** What undoing does not bring back, as docs/import.md says it. */
const STAYS = ['changed', 'ended', 'given', 'safety', 'erased'] as const;

function Undo({ id }: { readonly id: string }): ReactNode {
  const t = useT('console-imports');
  const undo = useChange(UndoImport);
  const [isAsked, setAsked] = useState(false);
  return (
    <div>
      <Button look="danger" onPress={() => setAsked(true)}>
        {t('undo.open')}
      </Button>
      {isAsked ? (
        <StepDialog
          title={t('undo.title')}
          action={t('undo.open')}
          look="danger"
          change={undo}
          variables={() => ({ id })}
          onClose={() => setAsked(false)}
        >
          <p>{t('undo.about')}</p>
          <ul>
            {STAYS.map((what) => (
              <li key={what}>{t(`undo.${what}`)}</li>
            ))}
          </ul>
        </StepDialog>
      ) : null}
    </div>
  );
}
