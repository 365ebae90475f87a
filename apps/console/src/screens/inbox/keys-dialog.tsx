import type { ReactNode } from 'react';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Check } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import css from './inbox.module.css';
import { useKeysOn } from './use-keys.js';

const KEYS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['e', 'edit'],
  ['v', 'verify'],
  ['x', 'tick'],
  ['?', 'help'],
  ['Ctrl K', 'find'],
] as const;

/** Which keys do what, and whether they do. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT('console-inbox');
  const tc = useT('console');
  const [areOn, setOn] = useKeysOn();
  return (
    <Dialog title={t('keys')} open onClose={onClose}>
      <Stack>
        <dl className={css.keys}>
          {KEYS.map(([key, what]) => (
            <div key={key} className={css.key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`key.${what}`)}</dd>
            </div>
          ))}
        </dl>
        <Check label={t('keys.on')} value={areOn} onChange={setOn} />
        <Row>
          <Button onPress={onClose}>{tc('action.close')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}
