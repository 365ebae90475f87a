import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/feedback.js';
import { Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Counts } from './counts.js';
import type { StepProps } from './import.js';
import { ApplyImport } from './imports.graphql.js';
import { Rejects } from './rejects.js';

/** What would be written, and the button that writes it. */
export function ApplyStep({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const { id, revision, state, counts } = one;
  const apply = useChange(ApplyImport);
  const [isAsked, setAsked] = useState(false);
  const writes = counts ? counts.new + counts.changed : 0;
  const isReady = state === 'CHECKED' && writes > 0;
  return (
    <Stack>
      <p>{t('apply.about')}</p>
      <Counts one={one} />
      {state === 'CHECKED' && writes === 0 ? <Notice>{t('apply.nothing')}</Notice> : null}
      {state === 'CHECKED' || state === 'MAPPED' ? null : (
        <Notice tone="warm">{t('apply.notYet')}</Notice>
      )}
      {counts && counts.endingConsent > 0 ? (
        <Notice tone="warm" title={t('apply.consents', { count: counts.endingConsent })}>
          <p>
            <Link to={`/imports/${id}?step=rows&show=consent`}>{t('apply.consentsLook')}</Link>
          </p>
        </Notice>
      ) : null}
      {counts && counts.rejected > 0 ? (
        <>
          <p>{t('apply.rejected', { count: counts.rejected })}</p>
          <Rejects one={one} />
        </>
      ) : null}
      <div>
        <Button look="primary" isDisabled={!isReady} onPress={() => setAsked(true)}>
          {t('apply.open')}
        </Button>
      </div>
      {isAsked ? (
        <StepDialog
          title={t('apply.title')}
          action={t('apply.do')}
          disabled={!isReady}
          change={apply}
          variables={() => ({ id, revision })}
          onClose={() => setAsked(false)}
        >
          <ul>
            <li>{t('apply.willMake', { count: counts?.new ?? 0 })}</li>
            <li>{t('apply.willChange', { count: counts?.changed ?? 0 })}</li>
            <li>{t('apply.willPublish', { count: counts?.published ?? 0 })}</li>
            <li>{t('apply.willEnd', { count: counts?.endingConsent ?? 0 })}</li>
          </ul>
          <p>{t('apply.consequences')}</p>
        </StepDialog>
      ) : null}
    </Stack>
  );
}
