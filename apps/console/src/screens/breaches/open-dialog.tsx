import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { problemAt } from '../../graph/refusal.js';
import type { BreachAdvice, BreachCause, BreachFact } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Boxes, Check, Choice, Day, Line, Moment, momentOf } from '../../ui/fields.js';
import { Notice } from '../../ui/feedback.js';
import { Row } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { ChooseSeveral, type Option } from '../../ui/type-ahead.js';
import { useOffers } from '../../ui/use-offers.js';
import { AccountsToName, NetworksToCount, OpenBreach } from './breaches.graphql.js';

const CAUSES: readonly BreachCause[] = [
  'MISUSED_ACCOUNT',
  'LOST_DEVICE',
  'LEAKED_LIST',
  'ATTACK',
  'MISTAKE',
  'OTHER',
];
const FACTS: readonly BreachFact[] = ['CONTACT', 'PROFILE', 'WORK'];
const ADVICE: readonly BreachAdvice[] = [
  'CALL_YOUR_NETWORK',
  'CHANGE_NUMBER',
  'CHANGE_ADDRESS',
  'CHANGE_PASSWORD',
  'EXPECT_FALSE_MESSAGES',
  'CHANGE_ROUTINE',
];
const LONGEST_WORDS = 5000;

/** Writes down that data came into wrong hands, and goes to what was written down. Nobody is told by it. */
export function OpenBreachDialog({
  account: given,
  onClose,
}: {
  /** The account that was misused, where it is known already. */
  readonly account: Option | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-breaches');
  const te = useT('console-emergency');
  const [, go] = useLocation();
  const [cause, setCause] = useState<BreachCause>('MISUSED_ACCOUNT');
  const [account, setAccount] = useState(given);
  const [withLists, setWithLists] = useState(false);
  const [networks, setNetworks] = useState<readonly string[]>([]);
  const [named, setNamed] = useState('');
  const [facts, setFacts] = useState<readonly string[]>([]);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState(() => new Date().toISOString().slice(0, 10));
  const [knownAt, setKnownAt] = useState('');
  const [advice, setAdvice] = useState<readonly string[]>(['CALL_YOUR_NETWORK']);
  const [what, setWhat] = useState('');
  const [consequences, setConsequences] = useState('');
  const [measures, setMeasures] = useState('');
  const ids = named.split(/[\s,;]+/).filter(Boolean);
  const isScoped = networks.length > 0 || ids.length > 0;
  const lacksWhom = account === null && !isScoped;
  const lacksFacts = isScoped && facts.length === 0;
  const lacksDay = from === '' || until === '';
  const lacksAdvice = advice.length === 0;
  const lacksWhat = what.trim() === '';
  return (
    <StepDialog
      title={t('open')}
      action={t('open.action')}
      wide
      lacks={lacksWhom || lacksFacts || lacksDay || lacksAdvice || lacksWhat}
      change={useChange(OpenBreach)}
      variables={() => ({
        input: {
          cause,
          accountId: account?.id ?? null,
          withLists: account !== null && withLists,
          networks,
          mediatorIds: ids,
          facts: isScoped ? FACTS.filter((one) => facts.includes(one)) : [],
          from,
          until,
          knownAt: momentOf(knownAt),
          advice: ADVICE.filter((one) => advice.includes(one)),
          what: what.trim(),
          consequences: consequences.trim(),
          measures: measures.trim(),
        },
      })}
      done={({ openBreach }) =>
        openBreach.__typename === 'Breach' ? t('opened', { count: openBreach.women }) : ''
      }
      onClose={onClose}
      onDone={({ openBreach }) => {
        if (openBreach.__typename === 'Breach') go(`/breaches/${openBreach.id}`);
      }}
    >
      {(refused, isTried) => {
        const problem = (path: string, lacks = false): string | undefined =>
          problemAt(refused, path) ?? (isTried && lacks ? t('needed') : undefined);
        return (
          <>
            <Notice>{t('open.about')}</Notice>
            <Choice
              label={t('cause')}
              value={cause}
              options={CAUSES.map((each) => [each, te(`breachCause.${each}`)])}
              onChange={(one) => setCause(one || cause)}
            />
            <AccountField
              chosen={account}
              onChange={setAccount}
              problem={problem('accountId', lacksWhom)}
            />
            {account === null ? null : (
              <Check label={t('withLists')} value={withLists} onChange={setWithLists} />
            )}
            <NetworkBoxes chosen={networks} onChange={setNetworks} />
            <Missing words={problem('networks')} />
            <Line
              label={t('named')}
              hint={t('named.hint')}
              long
              value={named}
              onChange={setNamed}
              problem={problem('mediatorIds')}
            />
            {isScoped ? (
              <>
                <Boxes
                  label={te('toTell.seen')}
                  hint={t('facts.hint')}
                  options={FACTS.map((each) => [each, te(`breachFact.${each}`)])}
                  chosen={facts}
                  onChange={setFacts}
                />
                <Missing words={problem('facts', lacksFacts)} />
              </>
            ) : null}
            <Row>
              <Day
                label={t('from')}
                required
                value={from}
                onChange={setFrom}
                problem={problem('from', from === '')}
              />
              <Day
                label={t('until')}
                required
                value={until}
                onChange={setUntil}
                problem={problem('until', until === '')}
              />
            </Row>
            <Moment
              label={t('known')}
              hint={t('known.hint')}
              value={knownAt}
              onChange={setKnownAt}
              problem={problem('knownAt')}
            />
            <Boxes
              label={t('advice')}
              hint={t('advice.hint')}
              options={ADVICE.map((each) => [each, t(`advice.${each}`)])}
              chosen={advice}
              onChange={setAdvice}
            />
            <Missing words={problem('advice', lacksAdvice)} />
            <Line
              label={te('toTell.what')}
              hint={t('register.hint')}
              long
              required
              maxLength={LONGEST_WORDS}
              value={what}
              onChange={setWhat}
              problem={problem('what', lacksWhat)}
            />
            <Line
              label={t('consequences')}
              long
              maxLength={LONGEST_WORDS}
              value={consequences}
              onChange={setConsequences}
              problem={problem('consequences')}
            />
            <Line
              label={t('measures')}
              long
              maxLength={LONGEST_WORDS}
              value={measures}
              onChange={setMeasures}
              problem={problem('measures')}
            />
          </>
        );
      }}
    </StepDialog>
  );
}

/** What is wrong with a group of boxes, which have no place of their own for it. */
function Missing({ words }: { readonly words: string | undefined }): ReactNode {
  return words === undefined ? null : <Notice tone="warm" title={words} />;
}

/** Networks all of whose women count. */
function NetworkBoxes({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const t = useT('console-breaches');
  const { data } = useAsk(NetworksToCount, {});
  const options = (data?.networks.edges ?? []).map(
    ({ node: { slug, name } }) => [slug, name] as const,
  );
  return (
    <Boxes
      label={t('networks')}
      hint={t('networks.hint')}
      options={options}
      chosen={chosen}
      onChange={onChange}
    />
  );
}

/** One account, or none, by the name or address of its owner. */
function AccountField({
  chosen,
  onChange,
  problem,
}: {
  readonly chosen: Option | null;
  readonly onChange: (chosen: Option | null) => void;
  readonly problem: string | undefined;
}): ReactNode {
  const t = useT('console-breaches');
  const [typed, setTyped] = useState('');
  const { answer, loading, failed } = useOffers(AccountsToName, typed, (search) => ({ search }), {
    forget: true,
  });
  const options = (answer?.accounts.edges ?? []).map(({ node: { id, name, email } }) => ({
    id,
    words: name,
    about: email,
  }));
  return (
    <ChooseSeveral
      label={t('account')}
      hint={t('account.hint')}
      options={options}
      chosen={chosen ? [chosen] : []}
      onChange={(all) => onChange(all.at(-1) ?? null)}
      typed={typed}
      onType={setTyped}
      loading={loading}
      failed={failed}
      problem={problem}
    />
  );
}
