import { useState, type ReactNode } from 'react';
import { useBulk, type Act } from '../../frame/bulk.js';
import { BulkDialog, NamesOf } from '../../frame/bulk-dialog.js';
import type { Locale as GraphLocale, MemberQuestion, ProfileStep } from '../../graph/types.js';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Choice, Line } from '../../ui/fields.js';
import { useTell } from '../../ui/toast.js';
import { asking, AT_ONCE, inviting, stepBack, stepping, type Member } from './bulk.js';

/** What can be done with many at once: steps of their profiles, an invitation or a question to each. */
export const ACTIONS = [
  'SUBMIT',
  'VERIFY',
  'PUBLISH',
  'CONFIRM',
  'INVITE',
  'ASK',
  'RETURN',
  'SUSPEND',
  'REINSTATE',
  'WITHDRAW',
  'RESUME',
] as const;
export type MemberAction = (typeof ACTIONS)[number];

const WITH_EVIDENCE: ReadonlySet<MemberAction> = new Set(['SUBMIT', 'VERIFY']);
const QUESTIONS: readonly MemberQuestion[] = ['STILL_RIGHT', 'WHAT_IS_MISSING', 'HOW_TO_REACH_YOU'];
const GRAVE: ReadonlySet<MemberAction> = new Set(['SUSPEND', 'WITHDRAW']);

/** Asks what else must be known, does it, and says what became of each. */
export function MembersDialog({
  network,
  action,
  selected,
  onClose,
}: {
  readonly network: string;
  readonly action: MemberAction;
  readonly selected: readonly Member[];
  /** With those who stay selected: all if nothing was done, those who were refused if something was. */
  readonly onClose: (left: readonly Member[]) => void;
}): ReactNode {
  const t = useT('console-members');
  const tell = useTell();
  const bulk = useBulk<Member>(AT_ONCE);
  // The list is asked for anew meanwhile; what is done is done with those who were ticked.
  const [chosen] = useState(selected);
  const [note, setNote] = useState('');
  const [accreditation, setAccreditation] = useState('');
  const [locale, setLocale] = useState<GraphLocale | ''>('');
  const [question, setQuestion] = useState<MemberQuestion | ''>('STILL_RIGHT');
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const failed = bulk.outcomes.flatMap(({ done, of }) => (done ? [] : [of]));
  const lacksWords = action === 'ASK' && question === '' && words.trim() === '';
  const actOf = (): Act<Member> => {
    if (action === 'INVITE') return inviting(network, locale === '' ? null : locale);
    if (action === 'ASK') return asking(network, question === '' ? null : question, words);
    return stepping(
      action,
      note.trim() === '' ? null : note.trim(),
      accreditation.trim() === '' ? null : { accreditation: accreditation.trim() },
    );
  };

  const close = (made: typeof bulk.outcomes): void => {
    if (made.some(({ done }) => !done)) return;
    onClose([]);
    tell(t(`done.${action}`, { count: chosen.length }), undoOf(action, chosen, bulk.takeBack));
  };
  return (
    <BulkDialog
      title={t('bulk.title', { action: t(`action.${action}`), count: chosen.length })}
      action={t(`action.${action}`)}
      look={GRAVE.has(action) ? 'danger' : 'primary'}
      bulk={bulk}
      onRun={() => {
        setTried(true);
        if (!lacksWords) void bulk.run(chosen, actOf()).then(close);
      }}
      onRetry={() => void bulk.retry().then(close)}
      onClose={() => onClose(bulk.outcomes.length === 0 ? chosen : failed)}
    >
      <p>{t(`about.${action}`)}</p>
      <NamesOf selected={chosen} />
      {WITH_EVIDENCE.has(action) ? (
        <Line
          label={t('accreditation')}
          hint={t('accreditation.hint')}
          value={accreditation}
          onChange={setAccreditation}
          long
          maxLength={1000}
        />
      ) : null}
      {action === 'INVITE' ? (
        <LanguageOfMail value={locale} onChange={setLocale} hers />
      ) : action === 'ASK' ? (
        <>
          <Choice
            label={t('question')}
            value={question}
            none={t('question.own')}
            options={QUESTIONS.map((one) => [one, t(`question.${one}`)])}
            onChange={setQuestion}
          />
          <Line
            label={t('question.text')}
            hint={t('question.textHint')}
            value={words}
            onChange={setWords}
            long
            required={question === ''}
            maxLength={2000}
            problem={isTried && lacksWords ? t('question.textMissing') : undefined}
          />
        </>
      ) : (
        <Line
          label={t('note')}
          hint={t('note.hint')}
          value={note}
          onChange={setNote}
          long
          maxLength={4000}
        />
      )}
    </BulkDialog>
  );
}

/** The language of the mails that invite. */
export function LanguageOfMail({
  value,
  onChange,
  hers = false,
}: {
  readonly value: GraphLocale | '';
  readonly onChange: (locale: GraphLocale | '') => void;
  /** Without a choice, each gets the mail in the language that she knows best. */
  readonly hers?: boolean;
}): ReactNode {
  const t = useT('console-members');
  return (
    <Choice
      label={t('mailLanguage')}
      value={value}
      options={LOCALES.map((one) => [one.toUpperCase() as GraphLocale, LOCALE_NAMES[one]])}
      onChange={onChange}
      none={hers ? t('mailLanguage.hers') : t('mailLanguage.yours')}
    />
  );
}

/** The way back, where each of them can go exactly to where she was. */
function undoOf(
  action: MemberAction,
  selected: readonly Member[],
  takeBack: (selected: readonly Member[], act: Act<Member>) => Promise<void>,
): (() => Promise<void>) | undefined {
  if (action === 'INVITE' || action === 'ASK') return undefined;
  const back = new Set(selected.map(({ state }) => stepBack(action, state)));
  const [step] = back;
  if (back.size !== 1 || !step) return undefined;
  return async () => takeBack(selected, stepping(step satisfies ProfileStep));
}
