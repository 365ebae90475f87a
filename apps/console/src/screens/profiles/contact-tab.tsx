import { useEffect, useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type {
  ContactOfSourceFragment,
  ContactPurpose,
  HeadOfProfileFragment,
  UnsafeChannels,
} from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Failure, Notice, Refusal } from '../../ui/feedback.js';
import { Choice, Day, Line, Radios } from '../../ui/fields.js';
import { Card, Fact, Facts, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { EditContact, ViewContact } from './profiles.graphql.js';
import { useOwnListings } from './use-own.js';

const PURPOSES: readonly ContactPurpose[] = [
  'CONTACT_FOR_REQUEST',
  'VERIFY_IDENTITY',
  'SECURITY',
  'CORRECTION',
];
const FIELDS = [
  'email',
  'telephone',
  'postalAddress',
  'emergencyContact',
  'securityNotes',
  'dateOfBirth',
  'unsafeChannels',
] as const;
const UNSAFE = ['MAIL', 'MESSAGE', 'BOTH'] as const satisfies readonly UnsafeChannels[];
/** What is open closes by itself: the screen may be left alone. */
const OPEN_MS = 5 * 60_000;

/** What was opened, and for what. */
interface Opening {
  readonly contact: ContactOfSourceFragment;
  readonly purpose: ContactPurpose;
  readonly reason: string;
}

/**
 * Contact data, closed until a purpose and a reason are stated. What was opened lives in this component alone: it is gone
 * when she looks at another part of the screen.
 */
export function ContactTab({ profile }: { readonly profile: HeadOfProfileFragment }): ReactNode {
  const t = useT('console-profiles');
  const own = useOwnListings(profile);
  const [chosen, setChosen] = useState('');
  const network = own.find(({ id }) => id === chosen) ?? own[0];
  const [opened, setOpened] = useState<Opening | null>(null);
  useEffect(() => {
    if (!opened) return undefined;
    const timer = setTimeout(() => setOpened(null), OPEN_MS);
    return () => clearTimeout(timer);
  }, [opened]);
  if (!network) return <Notice tone="warm">{t('contact.notYours')}</Notice>;
  return (
    <Stack>
      <Notice>
        <p>{t('contact.about')}</p>
      </Notice>
      {own.length > 1 ? (
        <Choice
          label={t('contact.statedBy')}
          value={network.id}
          options={own.map(({ id, name }) => [id, name] as const)}
          onChange={(id) => {
            setOpened(null);
            setChosen(id);
          }}
        />
      ) : null}
      {opened ? (
        <Opened
          mediatorId={profile.id}
          opening={opened}
          onChange={(contact) => setOpened({ ...opened, contact })}
          onClose={() => setOpened(null)}
        />
      ) : (
        <Closed mediatorId={profile.id} networkId={network.id} onOpen={setOpened} />
      )}
    </Stack>
  );
}

function Closed({
  mediatorId,
  networkId,
  onOpen,
}: {
  readonly mediatorId: string;
  readonly networkId: string;
  readonly onOpen: (opening: Opening) => void;
}): ReactNode {
  const t = useT('console-profiles');
  const view = useChange(ViewContact, { forget: true });
  const [purpose, setPurpose] = useState<ContactPurpose | ''>('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const refused = refusalOf(view.data?.viewContact);
  const isShort = reason.trim().length < 3;
  const open = async (): Promise<void> => {
    setAsked(true);
    if (purpose === '' || isShort) return;
    const { viewContact } = await view.mutateAsync({
      input: { mediatorId, networkId, purpose, reason: reason.trim() },
    });
    if (!isRefused(viewContact)) onOpen({ contact: viewContact, purpose, reason: reason.trim() });
  };
  return (
    <Card title={t('contact.closed')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Stack>
          <Radios
            label={t('contact.purpose')}
            value={purpose}
            options={PURPOSES.map((one) => [one, t(`contactPurpose.${one}`)] as const)}
            onChange={setPurpose}
            required
            problem={
              asked && purpose === '' ? t('contact.purposeMissing') : problemAt(refused, 'purpose')
            }
          />
          <Line
            label={t('contact.reason')}
            hint={t('contact.reasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            required
            problem={asked && isShort ? t('contact.reasonMissing') : problemAt(refused, 'reason')}
          />
          <Refusal refused={refused} />
          {view.error ? <Failure error={view.error} /> : null}
          <Row>
            <Button type="submit" look="primary" isPending={view.isPending}>
              {t('contact.open')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

function Opened({
  mediatorId,
  opening,
  onChange,
  onClose,
}: {
  readonly mediatorId: string;
  readonly opening: Opening;
  readonly onChange: (contact: ContactOfSourceFragment) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-profiles');
  const tc = useT('console');
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const { contact } = opening;
  const held = FIELDS.filter((field) => contact[field] !== null);
  const shown = (field: (typeof FIELDS)[number]): ReactNode => {
    if (field === 'dateOfBirth') return format.day(contact.dateOfBirth ?? '');
    if (field === 'unsafeChannels')
      return contact.unsafeChannels && t(`unsafeChannels.${contact.unsafeChannels}`);
    return contact[field];
  };
  if (isEditing) {
    return (
      <ContactForm
        mediatorId={mediatorId}
        opening={opening}
        onSaved={onChange}
        onCancel={() => setEditing(false)}
      />
    );
  }
  return (
    <Card title={t('contact.opened')}>
      <p>{t('contact.closesItself')}</p>
      {held.length === 0 ? <p>{t('contact.none')}</p> : null}
      <Facts>
        {held.map((field) => (
          <Fact key={field} term={t(`contactField.${field}`)}>
            <bdi>{shown(field)}</bdi>
          </Fact>
        ))}
        <Fact term={t('contact.updated')}>
          {contact.updatedAt ? format.moment(contact.updatedAt) : null}
        </Fact>
      </Facts>
      <Row>
        <Button onPress={() => setEditing(true)}>{tc('action.edit')}</Button>
        <Button look="primary" onPress={onClose}>
          {t('contact.close')}
        </Button>
      </Row>
    </Card>
  );
}

type Written = Readonly<Record<(typeof FIELDS)[number], string>>;

function ContactForm({
  mediatorId,
  opening,
  onSaved,
  onCancel,
}: {
  readonly mediatorId: string;
  readonly opening: Opening;
  readonly onSaved: (contact: ContactOfSourceFragment) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const t = useT('console-profiles');
  const tc = useT('console');
  const tell = useTell();
  const edit = useChange(EditContact, { forget: true });
  const view = useChange(ViewContact, { forget: true });
  /** What is there, as it was read last. */
  const [contact, setContact] = useState(opening.contact);
  const [written, setWritten] = useState<Written>(
    () => Object.fromEntries(FIELDS.map((field) => [field, contact[field] ?? ''])) as Written,
  );
  const refused = refusalOf(edit.data?.editContact) ?? refusalOf(view.data?.viewContact);
  /** Where somebody else has written something meanwhile: what is there now. */
  const thereNow = (field: (typeof FIELDS)[number]): string | undefined =>
    contact.version !== opening.contact.version && contact[field] !== opening.contact[field]
      ? t('contact.thereNow', {
          value:
            field === 'unsafeChannels' && contact.unsafeChannels
              ? t(`unsafeChannels.${contact.unsafeChannels}`)
              : (contact[field] ?? t('value.none')),
        })
      : undefined;
  const readAgain = async (): Promise<void> => {
    const { purpose, reason } = opening;
    const { viewContact } = await view.mutateAsync({
      input: { mediatorId, networkId: contact.networkId ?? '', purpose, reason },
    });
    if (isRefused(viewContact)) return;
    // What nobody has written here is what is there now.
    setWritten((old) => ({
      ...old,
      ...Object.fromEntries(
        FIELDS.filter((field) => old[field] === (contact[field] ?? '')).map((field) => [
          field,
          viewContact[field] ?? '',
        ]),
      ),
    }));
    setContact(viewContact);
    edit.reset();
  };
  const save = async (): Promise<void> => {
    const changed = FIELDS.filter((field) => written[field].trim() !== (contact[field] ?? ''));
    if (changed.length === 0) {
      onCancel();
      return;
    }
    const { editContact } = await edit.mutateAsync({
      input: {
        mediatorId,
        networkId: contact.networkId,
        version: contact.version,
        ...Object.fromEntries(changed.map((field) => [field, written[field].trim() || null])),
      },
    });
    if (isRefused(editContact)) return;
    tell(tc('state.saved'));
    onSaved(editContact);
    onCancel();
  };
  return (
    <Card title={t('contact.edit')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          {FIELDS.map((field) =>
            field === 'dateOfBirth' ? (
              <Day
                key={field}
                label={t(`contactField.${field}`)}
                hint={thereNow(field)}
                value={written[field]}
                onChange={(value) => setWritten({ ...written, [field]: value })}
                problem={problemAt(refused, field)}
              />
            ) : field === 'unsafeChannels' ? (
              <Choice
                key={field}
                label={t('contactField.unsafeChannels')}
                hint={thereNow(field) ?? t('unsafeChannels.hint')}
                value={written.unsafeChannels}
                options={[
                  ['', t('unsafeChannels.none')],
                  ...UNSAFE.map((one) => [one, t(`unsafeChannels.${one}`)] as const),
                ]}
                onChange={(value) => setWritten({ ...written, unsafeChannels: value })}
              />
            ) : (
              <Line
                key={field}
                label={t(`contactField.${field}`)}
                hint={thereNow(field)}
                long={field !== 'email' && field !== 'telephone'}
                type={field === 'email' ? 'email' : field === 'telephone' ? 'tel' : 'text'}
                value={written[field]}
                onChange={(value) => setWritten({ ...written, [field]: value })}
                problem={problemAt(refused, field)}
              />
            ),
          )}
          {refused?.__typename === 'Conflict' ? <p>{t('contact.conflict')}</p> : null}
          <Refusal refused={refused} onReload={() => void readAgain()} />
          {edit.error ? <Failure error={edit.error} /> : null}
          <Row>
            <Button type="submit" look="primary" isPending={edit.isPending}>
              {tc('action.save')}
            </Button>
            <Button onPress={onCancel}>{tc('action.cancel')}</Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
