import { useState, type ReactNode } from 'react';
import { done, refused, useBulk, type Act, type Selected } from '../../frame/bulk.js';
import { BulkDialog, NamesOf } from '../../frame/bulk-dialog.js';
import { useMe } from '../../frame/me.js';
import { ask } from '../../graph/ask.js';
import { refusalOf } from '../../graph/refusal.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Choice } from '../../ui/fields.js';
import { useTell } from '../../ui/toast.js';
import { AssignInboxItem, InboxColleagues, SnoozeInboxItem } from './inbox.graphql.js';
import { inputOf, keyOf, type Item } from './places.js';
import { momentAfter, PERIODS, type Period } from './periods.js';

/** What can be done with things of any kind: who deals with them, and whether they are shown. */
export const ACTS = ['MINE', 'GIVE', 'NOBODY', 'SNOOZE', 'WAKE'] as const;
export type InboxAct = (typeof ACTS)[number];

/** One of them, as the frame names it. */
interface Ticked extends Selected {
  readonly item: Item;
}

/** Does the same with all that are ticked, one after the other, and says what became of each. */
export function ActDialog({
  act,
  items,
  onClose,
}: {
  readonly act: InboxAct;
  readonly items: readonly Item[];
  /** With the keys of those that stay ticked: all if nothing was done, those that were refused if something was. */
  readonly onClose: (left: readonly string[]) => void;
}): ReactNode {
  const t = useT('console-inbox');
  const tell = useTell();
  const me = useMe();
  const bulk = useBulk<Ticked>(1);
  // The list is asked for anew meanwhile.
  const [chosen] = useState<readonly Ticked[]>(() =>
    items.map((item) => ({
      id: keyOf(item),
      name: [t(`kind.${item.kind}`), item.mediatorName ?? item.network?.name]
        .filter(Boolean)
        .join(' · '),
      item,
    })),
  );
  const [to, setTo] = useState('');
  const [period, setPeriod] = useState<Period>('TOMORROW');
  const [isTried, setTried] = useState(false);
  const network = chosen[0]?.item.network?.slug ?? null;
  const colleagues = useAsk(InboxColleagues, { network }, { enabled: act === 'GIVE' });
  const failed = bulk.outcomes.flatMap((one) => (one.done ? [] : [one.of]));
  const lacks = act === 'GIVE' && to === '';
  const actOf = (): Act<Ticked> => {
    if (act === 'SNOOZE') {
      const until = momentAfter(period);
      return showing(() => until);
    }
    if (act === 'WAKE') return showing(() => null);
    const owner = act === 'MINE' ? me.account.id : act === 'GIVE' ? to : null;
    return giving(() => owner);
  };
  /** To each what it had before. */
  const undo: Act<Ticked> =
    act === 'SNOOZE' || act === 'WAKE'
      ? showing(({ snoozedUntil }) => snoozedUntil)
      : giving(({ owner }) => owner?.accountId ?? null);
  const close = (made: typeof bulk.outcomes): void => {
    if (made.some((one) => !one.done)) return;
    onClose([]);
    tell(t('bulk.done', { count: chosen.length }), async () => bulk.takeBack(chosen, undo));
  };
  return (
    <BulkDialog
      title={t('bulk.title', { action: t(`act.${act}`), count: chosen.length })}
      action={t(`act.${act}`)}
      look="primary"
      bulk={bulk}
      onRun={() => {
        setTried(true);
        if (!lacks) void bulk.run(chosen, actOf()).then(close);
      }}
      onRetry={() => void bulk.retry().then(close)}
      onClose={() => onClose((bulk.outcomes.length === 0 ? chosen : failed).map(({ id }) => id))}
    >
      <p>{t(`act.about.${act}`)}</p>
      <NamesOf selected={chosen} />
      {act === 'GIVE' ? (
        <Choice
          label={t('bulk.to')}
          value={to}
          none={t('bulk.none')}
          options={(colleagues.data?.colleagues ?? [])
            .filter(({ accountId }) => accountId !== me.account.id)
            .map(({ accountId, name }) => [accountId, name] as const)}
          onChange={setTo}
          required
          problem={isTried && lacks ? t('bulk.toMissing') : undefined}
        />
      ) : null}
      {act === 'SNOOZE' ? (
        <Choice
          label={t('snooze')}
          value={period}
          options={PERIODS.map((one) => [one, t(`snooze.${one}`)])}
          onChange={(one) => setPeriod(one || 'TOMORROW')}
        />
      ) : null}
    </BulkDialog>
  );
}

function giving(ownerOf: (item: Item) => string | null): Act<Ticked> {
  return oneAtATime(async ({ item }, key) => {
    const variables = { item: inputOf(item), accountId: ownerOf(item) };
    return (await ask(AssignInboxItem, variables, { key })).assignInboxItem;
  });
}

function showing(untilOf: (item: Item) => string | null): Act<Ticked> {
  return oneAtATime(async ({ item }, key) => {
    const variables = { item: inputOf(item), until: untilOf(item) };
    return (await ask(SnoozeInboxItem, variables, { key })).snoozeInboxItem;
  });
}

/** One with each request, as the service takes them. */
function oneAtATime(
  act: (one: Ticked, key: string) => Promise<{ readonly __typename: string }>,
): Act<Ticked> {
  return async ([of], key) => {
    if (!of) return [];
    const refusal = refusalOf(await act(of, key));
    return [refusal ? refused(of, refusal) : done(of)];
  };
}
