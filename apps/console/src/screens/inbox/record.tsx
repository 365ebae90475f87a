import { useState, type ReactNode } from 'react';
import { useMe } from '../../frame/me.js';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { CorrectionOutcome } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Badge, Failure, Refusal } from '../../ui/feedback.js';
import { Choice, Line, Radios } from '../../ui/fields.js';
import { Fact, Facts, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import {
  AssignInboxItem,
  HandleCorrection,
  InboxColleagues,
  InboxSubject,
  SnoozeInboxItem,
} from './inbox.graphql.js';
import { About } from './about.js';
import { momentAfter, PERIODS } from './periods.js';
import { editingPlaceOf, inputOf, isUpkeep, placeOf, type Item } from './places.js';

/** One item: what it is about, why she sees it, who deals with it, and the way to where it is dealt with. */
export function Record({
  item,
  onVerify,
  onGone,
}: {
  readonly item: Item;
  /** Asks what is needed to verify the profile that it is about. */
  readonly onVerify: () => void;
  /** It is not in the list any more. */
  readonly onGone: () => void;
}): ReactNode {
  const t = useT('console-inbox');
  const format = useFormat();
  const query = useAsk(InboxSubject, { id: item.subjectId });
  const subject = query.data?.node;
  const place = placeOf(item);
  const editing = editingPlaceOf(item);
  return (
    <Stack>
      <h2>{t(`kind.${item.kind}`)}</h2>
      {query.error ? (
        <Failure error={query.error} again={() => void query.refetch()} />
      ) : (
        <About item={item} subject={subject} />
      )}
      <Facts>
        <Fact term={t('column.mediator')}>
          {item.mediatorName === null ? null : <bdi>{item.mediatorName}</bdi>}
        </Fact>
        <Fact term={t('column.network')}>
          {item.network ? <bdi>{item.network.name}</bdi> : null}
        </Fact>
        <Fact term={t('column.due')}>
          {item.dueAt === null ? null : (
            <>
              {format.moment(item.dueAt)}{' '}
              <Badge tone={item.overdue ? 'danger' : 'neutral'}>
                {format.relative(item.dueAt)}
              </Badge>
            </>
          )}
        </Fact>
        <Fact term={t('column.since')}>{format.moment(item.since)}</Fact>
        <Fact term={t('why')}>
          {t(isUpkeep(item.kind) ? `why.${item.kind}` : `why.${item.waitsFor}`)}
          {item.dueAt === null ? '' : ` ${t(item.overdue ? 'why.overdue' : 'why.due')}`}
        </Fact>
      </Facts>
      {place === null ? null : (
        <Row>
          {place.outside ? (
            <a href={place.to}>{t('open')}</a>
          ) : (
            <LinkButton to={place.to} look="primary">
              {t('open')}
            </LinkButton>
          )}
          {editing === null ? null : <LinkButton to={editing}>{t('edit')}</LinkButton>}
          {item.kind === 'PROFILE_REVIEW' ? (
            <Button onPress={onVerify}>{t('verify')}</Button>
          ) : null}
        </Row>
      )}
      {item.kind === 'CORRECTION' && subject?.__typename === 'Correction' ? (
        <Handling id={subject.id} onDone={onGone} />
      ) : null}
      {item.waitsFor === 'COORDINATOR' || item.waitsFor === 'ORGANIZER' ? (
        <Owner item={item} />
      ) : null}
      <Snooze item={item} onGone={onGone} />
    </Stack>
  );
}

/** Who of those for whom it waits deals with it. All of them see it. */
function Owner({ item }: { readonly item: Item }): ReactNode {
  const t = useT('console-inbox');
  const me = useMe();
  const tell = useTell();
  const network = item.waitsFor === 'COORDINATOR' ? (item.network?.slug ?? null) : null;
  const colleagues = useAsk(InboxColleagues, { network });
  const assign = useChange(AssignInboxItem);
  const others = (colleagues.data?.colleagues ?? []).filter(
    ({ accountId }) => accountId !== me.account.id,
  );
  const owner = item.owner?.accountId ?? '';
  const assignTo = async (accountId: string) =>
    assign.mutateAsync({ item: inputOf(item), accountId: accountId === '' ? null : accountId });
  const give = async (accountId: string): Promise<void> => {
    const { assignInboxItem: result } = await assignTo(accountId);
    if (isRefused(result)) return;
    const words = result.owner
      ? t('assigned', { name: result.owner.name })
      : t('assigned.toNobody');
    tell(words, () => assignTo(owner));
  };
  return (
    <div>
      <Row>
        <Choice
          label={t('owner')}
          value={owner}
          none={t('owner.NOBODY')}
          options={[
            [me.account.id, t('owner.me', { name: me.account.name })],
            ...others.map(({ accountId, name }) => [accountId, name] as const),
          ]}
          onChange={(id) => void give(id)}
        />
        {owner === me.account.id ? null : (
          <Button isPending={assign.isPending} onPress={() => void give(me.account.id)}>
            {t('assignToMe')}
          </Button>
        )}
      </Row>
      <Refusal refused={refusalOf(assign.data?.assignInboxItem)} />
      {assign.error ? <Failure error={assign.error} /> : null}
    </div>
  );
}

/** Puts it off for herself; what is overdue cannot be put off. */
function Snooze({ item, onGone }: { readonly item: Item; readonly onGone: () => void }): ReactNode {
  const t = useT('console-inbox');
  const format = useFormat();
  const tell = useTell();
  const snooze = useChange(SnoozeInboxItem);
  const putOff = async (until: string | null) => snooze.mutateAsync({ item: inputOf(item), until });
  const put = async (until: string | null): Promise<void> => {
    const { snoozeInboxItem: result } = await putOff(until);
    if (isRefused(result)) return;
    onGone();
    const words =
      until === null ? t('snooze.ended') : t('snooze.done', { until: format.moment(until) });
    tell(words, () => putOff(item.snoozedUntil));
  };
  return (
    <div>
      {item.snoozedUntil === null ? (
        <Choice
          label={t('snooze')}
          hint={item.overdue ? t('snooze.overdue') : t('snooze.hint')}
          value=""
          none={t('snooze.none')}
          disabled={item.overdue || snooze.isPending}
          options={PERIODS.map((one) => [one, t(`snooze.${one}`)])}
          onChange={(period) => {
            if (period === '') return;
            void put(momentAfter(period));
          }}
        />
      ) : (
        <Row>
          <span>{t('snooze.until', { until: format.moment(item.snoozedUntil) })}</span>
          <Button isPending={snooze.isPending} onPress={() => void put(null)}>
            {t('snooze.end')}
          </Button>
        </Row>
      )}
      <Refusal refused={refusalOf(snooze.data?.snoozeInboxItem)} />
      {snooze.error ? <Failure error={snooze.error} /> : null}
    </div>
  );
}

/** Answers a request to put something right. */
function Handling({ id, onDone }: { readonly id: string; readonly onDone: () => void }): ReactNode {
  const t = useT('console-inbox');
  const tell = useTell();
  const handle = useChange(HandleCorrection);
  const [outcome, setOutcome] = useState<CorrectionOutcome>('DONE');
  const [answer, setAnswer] = useState('');
  const refused = refusalOf(handle.data?.handleCorrection);
  const problem = problemAt(refused, 'answer');
  const send = async (): Promise<void> => {
    const { handleCorrection } = await handle.mutateAsync({ input: { id, outcome, answer } });
    if (isRefused(handleCorrection)) return;
    onDone();
    tell(t('correction.sent'));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send().catch(() => null);
      }}
    >
      <Stack>
        <Line
          label={t('correction.answer')}
          hint={t('correction.answerHint')}
          value={answer}
          onChange={setAnswer}
          long
          required
          maxLength={4000}
          problem={problem}
        />
        <Radios
          label={t('correction.outcome')}
          value={outcome}
          options={[
            ['DONE', t('correction.DONE')],
            ['DECLINED', t('correction.DECLINED')],
          ]}
          onChange={setOutcome}
        />
        {problem === undefined ? <Refusal refused={refused} /> : null}
        {handle.error ? <Failure error={handle.error} /> : null}
        <Row>
          <Button type="submit" look="primary" isPending={handle.isPending}>
            {t('correction.send')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
