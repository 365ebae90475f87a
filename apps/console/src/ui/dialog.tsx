import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useT } from '../i18n/translate.js';
import { Button } from './button.js';
import css from './kit.module.css';
import { Row } from './page.js';

/** A question before everything else. Escape and the first button leave it; nothing has happened then. */
export function Dialog({
  title,
  open,
  onClose,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      isDismissable
      className={css.overlay ?? ''}
    >
      <Modal className={css.modal ?? ''} {...(wide ? { 'data-wide': '' } : {})}>
        <AriaDialog className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Asks before something that cannot be taken back, and says what follows from it. */
export function Confirm({
  title,
  open,
  onClose,
  action,
  look = 'danger',
  busy = false,
  disabled = false,
  onConfirm,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** The words of the button that does it: a verb. */
  readonly action: string;
  readonly look?: 'danger' | 'primary';
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  const t = useT('console');
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      {children}
      <Row>
        <Button onPress={onClose}>{t('action.cancel')}</Button>
        <Button look={look} onPress={onConfirm} isPending={busy} isDisabled={disabled}>
          {action}
        </Button>
      </Row>
    </Dialog>
  );
}
