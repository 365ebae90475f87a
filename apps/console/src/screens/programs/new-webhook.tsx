import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Line } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { CreateWebhook } from './programs.graphql.js';

/** Says where a program is told of changes. Its secret is handed over and kept nowhere. */
export function NewWebhook({
  programId,
  onClose,
  onSecret,
}: {
  readonly programId: string;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}): ReactNode {
  const t = useT('console-programs');
  const [url, setUrl] = useState('https://');
  const lacks = /^\s*(https?:\/\/)?\s*$/.test(url);
  return (
    <StepDialog
      title={t('webhook.new')}
      action={t('webhook.make')}
      lacks={lacks}
      change={useChange(CreateWebhook, { forget: true })}
      variables={() => ({ serviceAccountId: programId, url: url.trim() })}
      done={t('webhook.made')}
      onClose={onClose}
      onDone={({ createWebhook: made }) => {
        if ('secret' in made) onSecret(made.secret);
      }}
    >
      {(refused, isTried) => (
        <Line
          label={t('webhook.url')}
          hint={t('webhook.urlHint')}
          type="url"
          value={url}
          onChange={setUrl}
          required
          maxLength={2_000}
          problem={isTried && lacks ? t('webhook.urlMissing') : problemAt(refused, 'url')}
        />
      )}
    </StepDialog>
  );
}
