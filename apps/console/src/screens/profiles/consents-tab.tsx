import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type {
  ConsentPurpose,
  HeardChannel,
  Locale,
  ProfileConsentsQuery,
} from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { LOCALE_NAMES, LOCALES, useLocale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge } from '../../ui/feedback.js';
import { Choice, Day, Line } from '../../ui/fields.js';
import { Card, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import css from './profiles.module.css';
import {
  ConsentTextsInForce,
  ProfileConsents,
  RecordConsent,
  WithdrawConsent,
} from './profiles.graphql.js';
import { useWho } from './who.js';

type Consent = ProfileConsentsQuery['consents'][number];

const PURPOSES: readonly ConsentPurpose[] = [
  'LISTED',
  'MATCHED',
  'CONTACTED',
  'PUBLISHED_ABROAD',
  'STATISTICS',
  'LINKED',
];
const CHANNELS: readonly HeardChannel[] = ['PAPER', 'EMAIL', 'TELEPHONE', 'IN_PERSON'];

/** Her consents, one for each purpose, and all that was recorded of them. */
export function ConsentsTab({ id }: { readonly id: string }): ReactNode {
  const query = useAsk(ProfileConsents, { id });
  return (
    <Answered query={query}>{({ consents }) => <Consents id={id} consents={consents} />}</Answered>
  );
}

function Consents({
  id,
  consents,
}: {
  readonly id: string;
  readonly consents: readonly Consent[];
}): ReactNode {
  const t = useT('console-profiles');
  const format = useFormat();
  const locale = useLocale();
  const [recording, setRecording] = useState<ConsentPurpose | null>(null);
  const [ending, setEnding] = useState<ConsentPurpose | null>(null);
  return (
    <Stack>
      <Card title={t('consents.now')}>
        <ul className={css.purposes}>
          {PURPOSES.map((purpose) => {
            const inForce = consents.find(
              (one) => one.purpose === purpose && one.withdrawnAt === null,
            );
            const ended = consents.some((one) => one.purpose === purpose && one.withdrawnAt);
            return (
              <li key={purpose}>
                <div>
                  <h3>{t(`purpose.${purpose}`)}</h3>
                  <Badge tone={inForce ? 'good' : ended ? 'danger' : 'neutral'}>
                    <span aria-hidden="true">{inForce ? '✓' : ended ? '✕' : '–'}</span>{' '}
                    {inForce
                      ? t('consents.inForce', { day: format.day(inForce.givenOn) })
                      : t(ended ? 'consents.withdrawn' : 'consents.never')}
                  </Badge>
                </div>
                {inForce ? (
                  <Button
                    small
                    look="danger"
                    aria-label={t('consents.withdrawLabel', { purpose: t(`purpose.${purpose}`) })}
                    onPress={() => setEnding(purpose)}
                  >
                    {t('consents.withdraw')}
                  </Button>
                ) : (
                  <Button
                    small
                    aria-label={t('consents.recordOf', { purpose: t(`purpose.${purpose}`) })}
                    onPress={() => setRecording(purpose)}
                  >
                    {t('consents.record')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </Card>
      <Card title={t('consents.past')}>
        {consents.length === 0 ? <p>{t('consents.none')}</p> : null}
        <ol className={css.entries}>
          {consents.map((one) => (
            <Recorded key={one.id} consent={one} locale={locale} />
          ))}
        </ol>
      </Card>
      {recording ? (
        <Recording key={recording} id={id} purpose={recording} onClose={() => setRecording(null)} />
      ) : null}
      {ending ? (
        <Ending key={ending} id={id} purpose={ending} onClose={() => setEnding(null)} />
      ) : null}
    </Stack>
  );
}

function Recorded({
  consent,
  locale,
}: {
  readonly consent: Consent;
  readonly locale: string;
}): ReactNode {
  const t = useT('console-profiles');
  const format = useFormat();
  const who = useWho();
  const { texts } = consent;
  const text =
    texts.find(({ language }) => language === locale) ??
    texts.find(({ language }) => language === 'en') ??
    texts[0];
  return (
    <li>
      <strong>{t(`purpose.${consent.purpose}`)}</strong>{' '}
      <Badge tone={consent.withdrawnAt ? 'danger' : 'good'}>
        {t(consent.withdrawnAt ? 'consents.withdrawn' : 'consents.standing')}
      </Badge>
      <p>
        {t('consents.given', {
          day: format.day(consent.givenOn),
          channel: t(`channel.${consent.channel}`),
        })}{' '}
        {t('by', {
          who: consent.byHerself ? t('source.herself') : who(consent.recordedBy),
          when: format.moment(consent.recordedAt),
        })}
      </p>
      {consent.proof ? (
        <p>
          {t('consents.proof')}: <bdi>{consent.proof}</bdi>
        </p>
      ) : null}
      {consent.withdrawnAt ? (
        <p>
          {t('consents.ended', {
            when: format.moment(consent.withdrawnAt),
            channel: consent.withdrawnChannel ? t(`channel.${consent.withdrawnChannel}`) : '–',
            who: consent.withdrawnBy ? who(consent.withdrawnBy) : '–',
          })}
        </p>
      ) : null}
      <details>
        <summary>{t('consents.text', { version: consent.textVersion })}</summary>
        {text ? (
          <blockquote lang={text.language} dir="auto">
            {text.text}
          </blockquote>
        ) : (
          <p>{t('consents.noText')}</p>
        )}
      </details>
    </li>
  );
}

/** Records a consent that she gave on paper, by mail, by telephone or in person: to a text, which is shown. */
function Recording({
  id,
  purpose,
  onClose,
}: {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-profiles');
  const own = useLocale();
  const [language, setLanguage] = useState<Locale>(own.toUpperCase() as Locale);
  const [channel, setChannel] = useState<HeardChannel | ''>('');
  const [givenOn, setGivenOn] = useState(today());
  const [proof, setProof] = useState('');
  const texts = useAsk(ConsentTextsInForce, { locale: language }, { keepPrevious: true });
  const text = texts.data?.consentTexts.find(({ name }) => name === purpose);
  const lacksProof = proof.trim() === '';
  return (
    <StepDialog
      title={t('consents.recordOf', { purpose: t(`purpose.${purpose}`) })}
      action={t('consents.record')}
      wide
      disabled={!text}
      lacks={channel === '' || lacksProof}
      change={useChange(RecordConsent)}
      variables={() => ({
        input: {
          mediatorId: id,
          purpose,
          textVersion: text?.version ?? '',
          language,
          channel: channel as HeardChannel,
          givenOn,
          proof: proof.trim(),
        },
      })}
      done={t('consents.recorded')}
      onClose={onClose}
    >
      {(refused, isTried) => (
        <>
          <Choice
            label={t('consents.language')}
            value={language}
            options={LOCALES.map(
              (one) => [one.toUpperCase() as Locale, LOCALE_NAMES[one]] as const,
            )}
            onChange={(chosen) => {
              if (chosen !== '') setLanguage(chosen);
            }}
            problem={problemAt(refused, 'language')}
          />
          <Answered query={texts} lines={3}>
            {() =>
              text ? (
                <figure className={css.text}>
                  <figcaption>{t('consents.text', { version: text.version })}</figcaption>
                  <blockquote lang={text.language.toLowerCase()} dir="auto">
                    {text.text}
                  </blockquote>
                </figure>
              ) : (
                <p>{t('consents.noText')}</p>
              )
            }
          </Answered>
          <Choice
            label={t('consents.channel')}
            value={channel}
            none={t('consents.choose')}
            options={CHANNELS.map((one) => [one, t(`channel.${one}`)] as const)}
            onChange={setChannel}
            required
            problem={
              isTried && channel === ''
                ? t('consents.channelMissing')
                : problemAt(refused, 'channel')
            }
          />
          <Day
            label={t('consents.day')}
            value={givenOn}
            max={today()}
            onChange={setGivenOn}
            required
            problem={problemAt(refused, 'givenOn')}
          />
          <Line
            label={t('consents.proof')}
            hint={t('consents.proofHint')}
            value={proof}
            onChange={setProof}
            maxLength={500}
            required
            problem={
              isTried && lacksProof ? t('consents.proofMissing') : problemAt(refused, 'proof')
            }
          />
        </>
      )}
    </StepDialog>
  );
}

/** Takes note that she has withdrawn a consent, and says what follows. */
function Ending({
  id,
  purpose,
  onClose,
}: {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-profiles');
  const [channel, setChannel] = useState<HeardChannel | ''>('');
  return (
    <StepDialog
      title={t('consents.withdrawOf', { purpose: t(`purpose.${purpose}`) })}
      action={t('consents.withdraw')}
      look="danger"
      lacks={channel === ''}
      change={useChange(WithdrawConsent)}
      variables={() => ({
        input: { mediatorId: id, purpose, channel: channel as HeardChannel },
      })}
      done={t('consents.ending')}
      onClose={onClose}
    >
      {(refused, isTried) => (
        <>
          <p>{t(`consequence.${purpose}`)}</p>
          <p>{t('consents.noImport')}</p>
          <Choice
            label={t('consents.toldBy')}
            value={channel}
            none={t('consents.choose')}
            options={CHANNELS.map((one) => [one, t(`channel.${one}`)] as const)}
            onChange={setChannel}
            required
            problem={
              isTried && channel === ''
                ? t('consents.channelMissing')
                : problemAt(refused, 'channel')
            }
          />
        </>
      )}
    </StepDialog>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
