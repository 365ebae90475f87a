import type { ReactNode } from 'react';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import kit from '../../ui/kit.module.css';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';

/** A token or a secret, which is shown only this once: it goes with the dialog, and nothing keeps it. */
export function Once({
  title,
  about,
  value,
  onClose,
}: {
  readonly title: string;
  readonly about: string;
  readonly value: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-programs');
  const tc = useT('console');
  const tell = useTell();
  return (
    <Dialog title={title} open onClose={onClose}>
      <Stack>
        <p>{about}</p>
        <p>
          <code className={kit.code} dir="ltr">
            {value}
          </code>
        </p>
        <Row>
          <Button
            onPress={() => {
              void navigator.clipboard.writeText(value).then(() => tell(t('copied')));
            }}
          >
            {t('copy')}
          </Button>
          <Button look="primary" onPress={onClose}>
            {tc('action.close')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
}
