import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { DeskDuty, Weekday } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Boxes, Line } from '../../ui/fields.js';
import { Card, Fact, Facts, Row } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table } from '../../ui/table.js';
import { useLabels } from '../../vocabulary/use-labels.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import { AppointToDesk, StateDesk } from './network.graphql.js';
import type { OwnPage } from './network.js';

type DeskOfNetwork = OwnPage['networkDesk'];
type Person = NonNullable<DeskOfNetwork['people']>[number];

const DAYS: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];
const DUTIES: readonly DeskDuty[] = ['OFFICER', 'DEPUTY', 'SAFETY_OFFICER'];

/** When and where the desk answers, and who does what at it. */
export function Desk({
  network,
  desk,
}: {
  readonly network: string;
  readonly desk: DeskOfNetwork;
}): ReactNode {
  const t = useT('console-network');
  const format = useFormat();
  const [open, setOpen] = useState<'desk' | Person | null>(null);
  const { statement, people } = desk;
  const { labelOf } = useLabels({ LANGUAGE: statement?.languages ?? [] });
  return (
    <Card title={t('desk')}>
      <p>{t(statement ? 'desk.about' : 'desk.none')}</p>
      {statement ? (
        <Facts>
          <Fact term={t('desk.address')}>
            <bdi>{statement.address}</bdi>
          </Fact>
          <Fact term={t('desk.days')}>
            {format.list(statement.workingDays.map((day) => t(`day.${day}`)))}
          </Fact>
          <Fact term={t('desk.hours')}>
            {t('desk.hoursOf', {
              opens: statement.opens,
              closes: statement.closes,
              zone: statement.timeZone,
            })}
          </Fact>
          <Fact term={t('desk.languages')}>
            {format.list(statement.languages.map((code) => labelOf('LANGUAGE', code)))}
          </Fact>
        </Facts>
      ) : null}
      <Row>
        <Button onPress={() => setOpen('desk')}>{t('desk.state')}</Button>
      </Row>
      <Table
        caption={t('people.counted', { count: people?.length ?? 0 })}
        rows={people ?? []}
        keyOf={({ accountId }) => accountId}
        columns={[
          {
            id: 'name',
            words: t('people.name'),
            names: true,
            cell: ({ name }) => <bdi>{name}</bdi>,
          },
          {
            id: 'duties',
            words: t('people.duties'),
            cell: ({ duties }) =>
              duties.length > 0 ? format.list(duties.map((duty) => t(`duty.${duty}`))) : '–',
          },
          {
            id: 'steps',
            words: t('invitations.steps'),
            cell: (person) => (
              <Button
                small
                aria-label={t('people.appointOf', { name: person.name })}
                onPress={() => setOpen(person)}
              >
                {t('people.appoint')}
              </Button>
            ),
          },
        ]}
      />
      {open === 'desk' ? (
        <State network={network} desk={desk} onClose={() => setOpen(null)} />
      ) : null}
      {open !== null && open !== 'desk' ? (
        <Appoint network={network} person={open} onClose={() => setOpen(null)} />
      ) : null}
    </Card>
  );
}

function State({
  network,
  desk: { revision, statement },
  onClose,
}: {
  readonly network: string;
  readonly desk: DeskOfNetwork;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-network');
  const [address, setAddress] = useState(statement?.address ?? '');
  const [timeZone, setTimeZone] = useState(statement?.timeZone ?? 'UTC');
  const [days, setDays] = useState<readonly string[]>(statement?.workingDays ?? DAYS.slice(0, 5));
  const [opens, setOpens] = useState(statement?.opens ?? '09:00');
  const [closes, setCloses] = useState(statement?.closes ?? '17:00');
  const codes = statement?.languages ?? [];
  const { labelOf } = useLabels({ LANGUAGE: codes });
  const [languages, setLanguages] = useState(() =>
    codes.map((code) => ({ id: code, words: labelOf('LANGUAGE', code) })),
  );
  return (
    <StepDialog
      title={t('desk.state')}
      action={t('save')}
      change={useChange(StateDesk)}
      variables={() => ({
        input: {
          network,
          revision,
          address,
          timeZone: timeZone.trim(),
          workingDays: DAYS.filter((day) => days.includes(day)),
          opens,
          closes,
          languages: languages.map(({ id }) => id),
        },
      })}
      done={t('saved')}
      disabled={address.trim() === '' || days.length === 0 || languages.length === 0}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('desk.stateAbout')}</p>
          <Line
            label={t('desk.address')}
            hint={t('desk.addressHint')}
            required
            maxLength={500}
            value={address}
            onChange={setAddress}
            problem={problemAt(refused, 'address')}
          />
          <Line
            label={t('desk.zone')}
            hint={t('desk.zoneHint')}
            required
            value={timeZone}
            onChange={setTimeZone}
            problem={problemAt(refused, 'timeZone')}
          />
          <Boxes
            label={t('desk.days')}
            options={DAYS.map((day) => [day, t(`day.${day}`)])}
            chosen={days}
            onChange={setDays}
          />
          <Line
            label={t('desk.opens')}
            required
            value={opens}
            onChange={setOpens}
            problem={problemAt(refused, 'opens')}
          />
          <Line
            label={t('desk.closes')}
            required
            value={closes}
            onChange={setCloses}
            problem={problemAt(refused, 'closes')}
          />
          <VocabularyField
            kind="LANGUAGE"
            label={t('desk.languages')}
            chosen={languages}
            onChange={(chosen) => setLanguages([...chosen])}
            problem={problemAt(refused, 'languages')}
          />
        </>
      )}
    </StepDialog>
  );
}

function Appoint({
  network,
  person: { accountId, name, duties: before },
  onClose,
}: {
  readonly network: string;
  readonly person: Person;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-network');
  const [duties, setDuties] = useState<readonly string[]>(before);
  return (
    <StepDialog
      title={t('people.appointOf', { name })}
      action={t('save')}
      change={useChange(AppointToDesk)}
      variables={() => ({
        network,
        accountId,
        duties: DUTIES.filter((duty) => duties.includes(duty)),
      })}
      done={t('saved')}
      onClose={onClose}
    >
      <p>{t('people.about')}</p>
      <Boxes
        label={t('people.duties')}
        options={DUTIES.map((duty) => [duty, t(`duty.${duty}`)])}
        chosen={duties}
        onChange={setDuties}
      />
    </StepDialog>
  );
}
