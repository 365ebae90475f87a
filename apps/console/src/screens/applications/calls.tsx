import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { CallsQuery, Locale as GraphLocale } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Boxes, Day, Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Fact, Facts, Row, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { useTell } from '../../ui/toast.js';
import { Calls, CloseCall, CreateCall, EditCall, OpenCall } from './applications.graphql.js';

type Call = CallsQuery['calls']['edges'][number]['node'];

/** The calls of a network, with the page of each to give to women. */
export function CallsOfNetwork({ network }: { readonly network: string }): ReactNode {
  const t = useT('console-applications');
  const query = useAsk(Calls, { network });
  const [makes, setMakes] = useState(false);
  return (
    <section className={kit.stack}>
      <h2>{t('calls')}</h2>
      <Answered query={query}>
        {({ calls: { edges } }) => (
          <Stack>
            {edges.length === 0 ? (
              <Empty title={t('calls.none')}>
                <p>{t('calls.noneAbout')}</p>
              </Empty>
            ) : null}
            {edges.map(({ node }) => (
              <OneCall key={node.id} call={node} network={network} />
            ))}
          </Stack>
        )}
      </Answered>
      <Row>
        <Button look="primary" onPress={() => setMakes(true)}>
          {t('call.new')}
        </Button>
      </Row>
      {makes ? <Write network={network} onClose={() => setMakes(false)} /> : null}
    </section>
  );
}

function OneCall({ call, network }: { readonly call: Call; readonly network: string }): ReactNode {
  const t = useT('console-applications');
  const format = useFormat();
  const tell = useTell();
  const [open, setOpen] = useState<'edit' | 'open' | 'close' | null>(null);
  const close = (): void => setOpen(null);
  const { id, revision, state, title, opensOn, closesOn, languages, pageUrl } = call;
  return (
    <Card>
      <h3>
        <bdi>{title}</bdi>{' '}
        <Badge tone={state === 'OPEN' ? 'good' : 'neutral'}>{t(`callState.${state}`)}</Badge>
      </h3>
      <Facts>
        <Fact term={t('call.opensOn')}>{format.day(opensOn)}</Fact>
        <Fact term={t('call.closesOn')}>{closesOn ? format.day(closesOn) : t('call.noEnd')}</Fact>
        <Fact term={t('call.languages')}>
          {format.list(
            LOCALES.filter((one) => languages.includes(one.toUpperCase() as GraphLocale)).map(
              (one) => LOCALE_NAMES[one],
            ),
          )}
        </Fact>
        <Fact term={t('call.page')}>
          <a href={pageUrl}>
            <bdi>{pageUrl}</bdi>
          </a>
        </Fact>
      </Facts>
      <Row>
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(pageUrl).then(() => tell(t('call.copied')));
          }}
        >
          {t('call.copy')}
        </Button>
        <Button onPress={() => setOpen('edit')}>{t('call.edit')}</Button>
        {state === 'OPEN' ? (
          <Button look="danger" onPress={() => setOpen('close')}>
            {t('call.close')}
          </Button>
        ) : (
          <Button look="primary" onPress={() => setOpen('open')}>
            {t('call.open')}
          </Button>
        )}
      </Row>
      {open === 'edit' ? <Write network={network} call={call} onClose={close} /> : null}
      {open === 'open' || open === 'close' ? (
        <Turn key={open} id={id} revision={revision} step={open} onClose={close} />
      ) : null}
    </Card>
  );
}

function Turn({
  id,
  revision,
  step,
  onClose,
}: {
  readonly id: string;
  readonly revision: number;
  readonly step: 'open' | 'close';
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-applications');
  return (
    <StepDialog
      title={t(`call.${step}`)}
      action={t(`call.${step}`)}
      look={step === 'open' ? 'primary' : 'danger'}
      change={useChange<object, { readonly id: string; readonly revision: number }>(
        step === 'open' ? OpenCall : CloseCall,
      )}
      variables={() => ({ id, revision })}
      done={t(`call.${step}Done`)}
      onClose={onClose}
    >
      <p>{t(`call.${step}About`)}</p>
    </StepDialog>
  );
}

/** Writes a call, with a title and criteria in each language in which applications can be read. */
function Write({
  network,
  call,
  onClose,
}: {
  readonly network: string;
  readonly call?: Call;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-applications');
  const [languages, setLanguages] = useState<readonly string[]>(call?.languages ?? []);
  const [titles, setTitles] = useState(() => textsOf(call?.titles));
  const [criteria, setCriteria] = useState(() => textsOf(call?.criteria));
  const [opensOn, setOpensOn] = useState(call?.opensOn ?? '');
  const [closesOn, setClosesOn] = useState(call?.closesOn ?? '');
  const chosen = LOCALES.filter((one) => languages.includes(one.toUpperCase()));
  const isWhole =
    opensOn !== '' &&
    chosen.length > 0 &&
    chosen.every((one) => titles[one]?.trim() && criteria[one]?.trim());
  const written = () => ({
    languages: chosen.map((one) => one.toUpperCase() as GraphLocale),
    titles: chosen.map((language) => ({ language, text: titles[language] ?? '' })),
    criteria: chosen.map((language) => ({ language, text: criteria[language] ?? '' })),
    opensOn,
    closesOn: closesOn === '' ? null : closesOn,
  });
  return (
    <StepDialog
      title={t(call ? 'call.edit' : 'call.new')}
      action={t('call.save')}
      wide
      change={useChange<object, { readonly input: never }>(call ? EditCall : CreateCall)}
      variables={() => ({
        input: (call
          ? { id: call.id, revision: call.revision, ...written() }
          : { network, ...written() }) as never,
      })}
      done={t('call.saved')}
      disabled={!isWhole}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Boxes
            label={t('call.languagesAbout')}
            options={LOCALES.map((one) => [one.toUpperCase(), LOCALE_NAMES[one]])}
            chosen={languages}
            onChange={setLanguages}
          />
          {chosen.map((one, at) => (
            <Stack key={one}>
              <Line
                label={t('call.titleIn', { language: LOCALE_NAMES[one] })}
                required
                maxLength={200}
                value={titles[one] ?? ''}
                onChange={(text) => setTitles((old) => ({ ...old, [one]: text }))}
                problem={problemAt(refused, `titles.${at}`)}
              />
              <Line
                label={t('call.criteriaIn', { language: LOCALE_NAMES[one] })}
                long
                required
                maxLength={4_000}
                value={criteria[one] ?? ''}
                onChange={(text) => setCriteria((old) => ({ ...old, [one]: text }))}
                problem={problemAt(refused, `criteria.${at}`)}
              />
            </Stack>
          ))}
          <Day
            label={t('call.opensOn')}
            required
            value={opensOn}
            onChange={setOpensOn}
            problem={problemAt(refused, 'opensOn')}
          />
          <Day
            label={t('call.closesOn')}
            hint={t('call.closesHint')}
            value={closesOn}
            min={opensOn}
            onChange={setClosesOn}
            problem={problemAt(refused, 'closesOn')}
          />
        </>
      )}
    </StepDialog>
  );
}

function textsOf(
  texts: readonly { readonly language: string; readonly text: string }[] = [],
): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
}
