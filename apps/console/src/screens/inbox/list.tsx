import { Fragment, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge } from '../../ui/feedback.js';
import { Check } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { useDisplay, type ColumnNames } from '../../ui/list-display.js';
import { Beside } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import type { Acting } from './acting.js';
import { InboxBulkBar } from './bulk-bar.js';
import css from './inbox.module.css';
import { KeysDialog } from './keys-dialog.js';
import { editingPlaceOf, keyOf, placeOf, type Item } from './places.js';
import { Record } from './record.js';
import { useKeys } from './use-keys.js';

/** What a line says beside what is to be done and until when. */
const LINE = ['mediator', 'network', 'since', 'owner'] as const;
export type LineFact = (typeof LINE)[number];
export const LINE_FACTS: ColumnNames<LineFact> = { all: LINE, first: LINE };

/** The items of a page, with the chosen one beside them. */
export function ListAndRecord({
  items,
  isActing,
  onAct,
  children,
}: {
  readonly items: readonly Item[];
  /** Whether something is being done with some of them. */
  readonly isActing: boolean;
  readonly onAct: (acting: Acting) => void;
  readonly children: ReactNode;
}): ReactNode {
  const t = useT('console-inbox');
  const tc = useT('console');
  const [, go] = useLocation();
  const [key, setKey] = useParam('item');
  const [isHelp, setHelp] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const tick = (item: Item): void => {
    const next = new Set(ticked);
    if (!next.delete(keyOf(item))) next.add(keyOf(item));
    setTicked(next);
  };
  const verify = (item: Item): void => onAct({ action: 'VERIFY', items: [item] });
  const list = useRef<HTMLUListElement>(null);
  const record = useRef<HTMLElement>(null);
  // An item that has been dealt with is gone: the one that took its place is shown.
  const [place, setPlace] = useState(0);
  const found = items.findIndex((item) => keyOf(item) === key);
  const index = found >= 0 ? found : Math.min(place, items.length - 1);
  const current = items[index];

  const choose = (next: number): void => {
    const item = items[next];
    if (!item) return;
    setPlace(next);
    setKey(keyOf(item));
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  const open = (item: Item): void => {
    const to = placeOf(item);
    if (to === null) record.current?.querySelector<HTMLElement>('textarea')?.focus();
    else if (to.outside) location.assign(to.to);
    else go(to.to);
  };
  const edit = (item: Item): void => {
    const to = editingPlaceOf(item);
    if (to === null) open(item);
    else go(to);
  };
  useKeys(
    {
      // The first press goes to the list, at what is shown.
      j: () => choose(found < 0 ? index : Math.min(index + 1, items.length - 1)),
      k: () => choose(Math.max(index - 1, 0)),
      x: () => {
        if (current) tick(current);
      },
      e: () => {
        if (current) edit(current);
      },
      v: () => {
        if (current?.kind === 'PROFILE_REVIEW') verify(current);
      },
      '?': () => setHelp(true),
    },
    !isHelp && !isActing,
  );
  return (
    <Beside>
      <div>
        <InboxBulkBar items={items} ticked={ticked} onTick={setTicked} onAct={onAct} />
        <ul ref={list} className={css.list} aria-label={t('title')}>
          {items.map((item, i) => (
            <li key={keyOf(item)} className={css.line}>
              <Check
                label={tc('list.select', { name: nameOf(item, t) })}
                hidden
                value={ticked.has(keyOf(item))}
                onChange={() => tick(item)}
              />
              <Line
                item={item}
                isCurrent={i === index}
                onChoose={() => {
                  // Pressed once more, the item that is shown is opened.
                  if (i === index && found >= 0) open(item);
                  else choose(i);
                }}
              />
            </li>
          ))}
        </ul>
        {children}
        <p>
          <Button small look="quiet" onPress={() => setHelp(true)}>
            {t('keys')} <kbd>?</kbd>
          </Button>
        </p>
      </div>
      <section ref={record} aria-label={t('record')} className={kit.card}>
        {current ? (
          <Record
            key={keyOf(current)}
            item={current}
            onVerify={() => verify(current)}
            onGone={() => {
              setPlace(index);
              setKey('');
            }}
          />
        ) : null}
      </section>
      {isHelp ? <KeysDialog onClose={() => setHelp(false)} /> : null}
    </Beside>
  );
}

/** What is to be done, and about whom. */
function nameOf({ kind, mediatorName }: Item, t: ReturnType<typeof useT<'console-inbox'>>): string {
  return mediatorName === null ? t(`kind.${kind}`) : `${t(`kind.${kind}`)}, ${mediatorName}`;
}

function Line({
  item,
  isCurrent,
  onChoose,
}: {
  readonly item: Item;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const t = useT('console-inbox');
  const format = useFormat();
  const { columns, compact } = useDisplay(LINE_FACTS);
  const { kind, mediatorName, network, dueAt, overdue, since, owner } = item;
  const facts: Readonly<Record<LineFact, ReactNode>> = {
    mediator: mediatorName === null ? null : <bdi>{mediatorName}</bdi>,
    network: network === null ? null : <bdi>{network.name}</bdi>,
    since: t('waitingSince', { when: format.relative(since) }),
    owner: owner === null ? null : <bdi>{owner.name}</bdi>,
  };
  const told = columns.filter((one) => facts[one] !== null);
  return (
    <button
      type="button"
      className={css.item}
      {...(compact ? { 'data-density': 'compact' } : {})}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      onClick={onChoose}
    >
      <span className={css.head}>
        <strong>{t(`kind.${kind}`)}</strong>
        {dueAt === null ? null : (
          <Badge tone={overdue ? 'danger' : 'neutral'}>
            {overdue
              ? t('overdue', { since: format.relative(dueAt) })
              : t('due', { when: format.relative(dueAt) })}
          </Badge>
        )}
      </span>
      {told.length === 0 ? null : (
        <span className={kit.hint}>
          {told.map((one, i) => (
            <Fragment key={one}>
              {i === 0 ? null : ' · '}
              {facts[one]}
            </Fragment>
          ))}
        </span>
      )}
    </button>
  );
}
