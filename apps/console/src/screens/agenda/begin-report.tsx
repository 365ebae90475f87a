import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Sharing } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Choice } from '../../ui/fields.js';
import { FirstAndLast, type Days, SharingChoice } from './editing/parts.js';
import { SaveDialog } from './editing/save-dialog.js';
import { BeginReport as Begin, Forms } from './reports.graphql.js';

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
  const [days, setDays] = useState<Days>({ from: given?.from ?? '', until: given?.until ?? '' });
  const { from, until } = days;
  const [sharing, setSharing] = useState<Sharing>('OWN');
  const meant = forms.data?.wpsForms.find(({ code }) => code === given?.form);
  const form = choice ?? meant?.id ?? '';
  const chosen = forms.data?.wpsForms.find(({ id }) => id === form);
  return (
    <SaveDialog
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
      {(problem) => (
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
            problem={problem('form', form === '')}
          />
          {chosen && !chosen.checked ? <p>{t('reports.unchecked')}</p> : null}
          <FirstAndLast days={days} required="both" onChange={setDays} problem={problem} />
          <SharingChoice
            value={sharing}
            hint={t('report.sharingHint')}
            onChange={setSharing}
            problem={problem('sharing')}
          />
        </>
      )}
    </SaveDialog>
  );
}
