import type { ReactNode } from 'react';
import type { OperationQuery } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import kit from '../../ui/kit.module.css';
import { Table } from '../../ui/table.js';
import css from './administration.module.css';

/** The settings that hold, to be read: the operator changes them. */
export function Settings({ settings }: Pick<OperationQuery, 'settings'>): ReactNode {
  const t = useT('console-administration');
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{t('settings')}</h2>
      <Table
        caption={t('settings.about')}
        rows={settings}
        keyOf={({ variable }) => variable}
        columns={[
          {
            id: 'variable',
            words: t('settings.variable'),
            names: true,
            cell: ({ variable }) => <code className={kit.code}>{variable}</code>,
          },
          {
            id: 'value',
            words: t('settings.value'),
            cell: ({ value, secret, standard }) =>
              secret ? (
                t('settings.secret')
              ) : (
                <code className={css.value}>{value ?? standard}</code>
              ),
          },
          {
            id: 'about',
            words: t('settings.decides'),
            cell: ({ description }) => <Said text={description} />,
          },
        ]}
      />
    </section>
  );
}

/** A description as docs/settings.md has it: names of things between backticks, and links to other documents. */
function Said({ text }: { readonly text: string }): ReactNode {
  const parts = text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').split('`');
  return (
    <span lang="en">
      {parts.map((part, i) =>
        i % 2 === 1 ? (
          // The parts of a text have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <code key={i}>{part}</code>
        ) : (
          part
        ),
      )}
    </span>
  );
}
