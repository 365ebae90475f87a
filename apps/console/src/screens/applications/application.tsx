import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { Words } from '../../frame/terms.js';
import { problemAt } from '../../graph/refusal.js';
import type { ApplicationByIdQuery, DeclineReason } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { LOCALE_NAMES, type Locale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Notice } from '../../ui/feedback.js';
import { Line, Radios } from '../../ui/fields.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { AcceptApplication, ApplicationById, DeclineApplication } from './applications.graphql.js';

type Application = ApplicationByIdQuery['application'];

const REASONS: readonly DeclineReason[] = [
  'CRITERIA',
  'INCOMPLETE',
  'CAPACITY',
  'ALREADY_LISTED',
  'OTHER',
];

/** One application, read and answered. */
export default function ApplicationScreen(): ReactNode {
  const { id } = useParams<{ id: string }>();
  const query = useAsk(ApplicationById, { id });
  return (
    <RecordScreen query={query} gone={<Gone />}>
      {({ application }) => <Whole application={application} />}
    </RecordScreen>
  );
}

function Whole({ application }: { readonly application: Application }): ReactNode {
  const t = useT('console-applications');
  const format = useFormat();
  const [open, setOpen] = useState<'accept' | 'decline' | null>(null);
  const { state, stated, profileId, reason, words, language } = application;
  const close = (): void => setOpen(null);
  return (
    <Page
      title={stated?.displayName ?? stated?.fullName ?? t('nameGone')}
      crumbs={[[t('title'), '/applications']]}
      actions={
        <Badge tone={state === 'SUBMITTED' ? 'warm' : 'neutral'}>{t(`state.${state}`)}</Badge>
      }
    >
      <Stack>
        {stated?.pseudonymous ? (
          <Notice tone="warm" title={t('atRisk')}>
            <p>{t('atRiskAbout')}</p>
          </Notice>
        ) : null}
        <Card>
          <Facts>
            <Fact term={t('call')}>
              <bdi>{application.call.title}</bdi>
            </Fact>
            <Fact term={t('language')}>{LOCALE_NAMES[language.toLowerCase() as Locale]}</Fact>
            <Fact term={t('submitted')}>{format.moment(application.submittedAt)}</Fact>
            <Fact term={t('decided')}>
              {application.decidedAt ? format.moment(application.decidedAt) : null}
            </Fact>
            <Fact term={t('keptUntil')}>
              {application.keptUntil ? format.day(application.keptUntil) : null}
            </Fact>
            <Fact term={t('reason')}>{reason ? t(`reason.${reason}`) : null}</Fact>
            <Fact term={t('words')}>{words ? <Words text={words} /> : null}</Fact>
            <Fact term={t('profile')}>
              {profileId ? <Link to={`/profiles/${profileId}`}>{t('openProfile')}</Link> : null}
            </Fact>
          </Facts>
          {state === 'SUBMITTED' ? (
            <Row>
              <Button look="primary" onPress={() => setOpen('accept')}>
                {t('accept')}
              </Button>
              <Button look="danger" onPress={() => setOpen('decline')}>
                {t('decline')}
              </Button>
            </Row>
          ) : null}
        </Card>
        {stated ? <Stated stated={stated} /> : null}
      </Stack>
      {open === 'accept' ? <Accept application={application} onClose={close} /> : null}
      {open === 'decline' ? <Decline application={application} onClose={close} /> : null}
    </Page>
  );
}

function Stated({ stated }: { readonly stated: NonNullable<Application['stated']> }): ReactNode {
  const t = useT('console-applications');
  const format = useFormat();
  const labels = (list: readonly { readonly label: string }[]): string =>
    format.list(list.map(({ label }) => label));
  return (
    <Card title={t('stated')}>
      <Facts>
        <Fact term={t('fullName')}>
          <bdi>{stated.fullName}</bdi>
        </Fact>
        <Fact term={t('codeName')}>{stated.codeName ? <bdi>{stated.codeName}</bdi> : null}</Fact>
        <Fact term={t('languages')}>{labels(stated.languages)}</Fact>
        <Fact term={t('expertise')}>{labels(stated.expertise)}</Fact>
        <Fact term={t('territories')}>{labels(stated.territories)}</Fact>
        <Fact term={t('residence')}>{stated.residence?.label}</Fact>
        <Fact term={t('years')}>{stated.years === null ? null : format.number(stated.years)}</Fact>
        <Fact term={t('experience')}>
          {stated.experience.length > 0 ? (
            <ul>
              {stated.experience.map((one) => (
                <li key={JSON.stringify(one)}>
                  <bdi>{one.process}</bdi>{' '}
                  {[one.yearFrom, one.yearTo].filter((year) => year !== null).join('–')}
                </li>
              ))}
            </ul>
          ) : null}
        </Fact>
        <Fact term={t('biography')}>
          {stated.biographies.map(({ language, text }) => (
            <Words key={language} text={text} />
          ))}
        </Fact>
        <Fact term={t('consents')}>
          {stated.consents.length === 0
            ? t('noConsents')
            : format.list(stated.consents.map(({ purpose }) => t(`purpose.${purpose}`)))}
        </Fact>
      </Facts>
    </Card>
  );
}

interface StepProps {
  readonly application: Application;
  readonly onClose: () => void;
}

function Accept({ application: { id, revision }, onClose }: StepProps): ReactNode {
  const t = useT('console-applications');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [accreditation, setAccreditation] = useState('');
  const references = [first, second].map((one) => one.trim()).filter((one) => one !== '');
  return (
    <StepDialog
      title={t('accept')}
      action={t('accept')}
      change={useChange(AcceptApplication)}
      variables={() => ({
        id,
        revision,
        evidence: {
          ...(references.length > 0 ? { references } : {}),
          ...(accreditation.trim() === '' ? {} : { accreditation: accreditation.trim() }),
        },
      })}
      done={t('accepted')}
      disabled={references.length < 2 && accreditation.trim() === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('acceptAbout')}</p>
          <Line
            label={t('reference', { number: 1 })}
            hint={t('evidenceHint')}
            value={first}
            onChange={setFirst}
            problem={problemAt(refused, 'evidence.references')}
          />
          <Line label={t('reference', { number: 2 })} value={second} onChange={setSecond} />
          <Line
            label={t('accreditation')}
            long
            maxLength={1_000}
            value={accreditation}
            onChange={setAccreditation}
            problem={problemAt(refused, 'evidence.accreditation')}
          />
        </>
      )}
    </StepDialog>
  );
}

function Decline({ application: { id, revision, language }, onClose }: StepProps): ReactNode {
  const t = useT('console-applications');
  const [reason, setReason] = useState<DeclineReason | ''>('');
  const [words, setWords] = useState('');
  return (
    <StepDialog
      title={t('decline')}
      action={t('decline')}
      look="danger"
      change={useChange(DeclineApplication)}
      variables={() => ({
        id,
        revision,
        reason: reason as DeclineReason,
        words: words.trim() || null,
      })}
      done={t('declined')}
      disabled={reason === '' || (reason === 'OTHER' && words.trim() === '')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('declineAbout')}</p>
          <Radios
            label={t('sheReads')}
            required
            value={reason}
            options={REASONS.map((one) => [one, t(`reason.${one}`)])}
            onChange={setReason}
            problem={problemAt(refused, 'reason')}
          />
          <Line
            label={t('yourWords', { language: LOCALE_NAMES[language.toLowerCase() as Locale] })}
            long
            required={reason === 'OTHER'}
            value={words}
            onChange={setWords}
            problem={problemAt(refused, 'words')}
          />
        </>
      )}
    </StepDialog>
  );
}
