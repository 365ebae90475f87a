import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { problemAt } from '../../graph/refusal.js';
import type { Sharing } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Choice, Day } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { BeginReport as Begin, Forms } from './reports.graphql.js';
import { SHARINGS } from './words.js';

/** Begins a report of her actor, and goes to it. */
export function BeginReport({
  actor,
  given,
  onClose,
}: {
  readonly actor: string;
  /** What is filled in at the beginning: the code of a form, and the days. */
  readonly given?: { readonly form: string; readonly from: string; readonly until: string };
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [, go] = useLocation();
  const forms = useAsk(Forms, {});
  const [choice, setForm] = useState<string | null>(null);
  const [from, setFrom] = useState(given?.from ?? '');
  const [until, setUntil] = useState(given?.until ?? '');
  const [sharing, setSharing] = useState<Sharing>('OWN');
  const meant = forms.data?.wpsForms.find(({ code }) => code === given?.form);
  const form = choice ?? meant?.id ?? '';
  const chosen = forms.data?.wpsForms.find(({ id }) => id === form);
  return (
    <StepDialog
      title={t('reports.begin')}
      action={t('reports.begin')}
      lacks={form === '' || from === '' || until === ''}
      change={useChange(Begin)}
      variables={() => ({ input: { actor, form, from, until, sharing } })}
      done={t('reports.begun')}
      onClose={onClose}
      onDone={({ beginWpsReport }) => {
        if (beginWpsReport.__typename === 'WpsReport') go(`/wps-reports/${beginWpsReport.id}`);
      }}
    >
      {(refused, isTried) => {
        const lack = (value: string): string | undefined =>
          isTried && value === '' ? t('commitment.needed') : undefined;
        return (
          <>
            <Choice
              label={t('reports.form')}
              none={t('reports.chooseForm')}
              required
              value={form}
              options={(forms.data?.wpsForms ?? []).map(({ id, title, version }) => [
                id,
                t('reports.formVersion', { title, version: String(version) }),
              ])}
              onChange={setForm}
              problem={problemAt(refused, 'form') ?? lack(form)}
            />
            {chosen && !chosen.checked ? <p>{t('reports.unchecked')}</p> : null}
            <Day
              label={t('column.from')}
              required
              value={from}
              onChange={setFrom}
              problem={problemAt(refused, 'from') ?? lack(from)}
            />
            <Day
              label={t('column.until')}
              required
              value={until}
              onChange={setUntil}
              problem={problemAt(refused, 'until') ?? lack(until)}
            />
            <Choice
              label={t('report.sharing')}
              hint={t('report.sharingHint')}
              value={sharing}
              options={SHARINGS.map((each) => [each, t(`sharing.${each}`)])}
              onChange={(one) => {
                if (one !== '') setSharing(one);
              }}
            />
          </>
        );
      }}
    </StepDialog>
  );
}
