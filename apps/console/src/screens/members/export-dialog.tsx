import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { GraphError } from '../../graph/errors.js';
import { LOCALE_NAMES, LOCALES, useLocale, type Locale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { giveServedFile } from '../../ui/download.js';
import { Failure, Notice } from '../../ui/feedback.js';
import { Check, Choice, Line, Radios } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';

const FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
type Format = (typeof FORMATS)[number];

const PURPOSES = ['CONTACT_FOR_REQUEST', 'VERIFY_IDENTITY', 'SECURITY', 'CORRECTION'] as const;
type ContactPurpose = (typeof PURPOSES)[number];

/** Gives her the network's list as a file; contact data only when she has said what for and why. */
export function ExportDialog({
  network,
  onClose,
}: {
  readonly network: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-members');
  const tc = useT('console');
  const locale = useLocale();
  const tell = useTell();
  const [format, setFormat] = useState<Format>('xlsx');
  const [language, setLanguage] = useState<Locale>(locale);
  const [withContact, setWithContact] = useState(false);
  const [purpose, setPurpose] = useState<ContactPurpose | ''>('');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const file = useMutation({
    mutationFn: async () =>
      giveServedFile(
        `/networks/${encodeURIComponent(network)}/export`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            format,
            language,
            ...(withContact ? { purpose, reason: reason.trim() } : {}),
          }),
        },
        `${network}.${format}`,
      ),
    onSuccess: () => {
      onClose();
      tell(t('export.done'));
    },
  });
  const lacksPurpose = withContact && purpose === '';
  const lacksReason = withContact && reason.trim() === '';
  const ofReason =
    file.error instanceof GraphError
      ? file.error.fields.find(({ path }) => path.endsWith('reason'))?.message
      : undefined;
  return (
    <Dialog title={t('export.title')} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!lacksPurpose && !lacksReason) file.mutate();
        }}
      >
        <Stack>
          <p>{t('export.about')}</p>
          <Radios
            label={t('export.format')}
            value={format}
            options={FORMATS.map((one) => [one, t(`format.${one}`)])}
            onChange={setFormat}
          />
          <Choice
            label={t('export.language')}
            value={language}
            options={LOCALES.map((one) => [one, LOCALE_NAMES[one]])}
            onChange={(one) => setLanguage(one === '' ? locale : one)}
          />
          <Check label={t('export.contact')} value={withContact} onChange={setWithContact} />
          {withContact ? (
            <>
              <Notice tone="warm">
                <p>{t('export.contactAbout')}</p>
              </Notice>
              <Radios
                label={t('export.purpose')}
                value={purpose}
                options={PURPOSES.map((one) => [one, t(`purpose.${one}`)])}
                onChange={setPurpose}
                required
                problem={isAsked && lacksPurpose ? t('export.purposeMissing') : undefined}
              />
              <Line
                label={t('export.reason')}
                hint={t('export.reasonHint')}
                value={reason}
                onChange={setReason}
                long
                required
                maxLength={1000}
                problem={isAsked && lacksReason ? t('export.reasonMissing') : ofReason}
              />
            </>
          ) : null}
          {file.error ? <Failure error={file.error} /> : null}
          <Row>
            <Button onPress={onClose}>{tc('action.cancel')}</Button>
            <Button type="submit" look="primary" isPending={file.isPending}>
              {tc('action.download')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
