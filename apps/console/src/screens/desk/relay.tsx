import { useState, type ReactNode } from 'react';
import { Words } from '../../frame/terms.js';
import { problemAt, refusalIn } from '../../graph/refusal.js';
import type { RelaySide } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Failure, Refusal } from '../../ui/feedback.js';
import { Line, Radios } from '../../ui/fields.js';
import { Card, Row } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { useTell } from '../../ui/toast.js';
import css from './desk.module.css';
import type { Introduction } from './introduction.js';
import { HoldRelayMessage, PassRelayMessage, WriteAsDesk } from './introductions.graphql.js';

const LONGEST_WORD = 2_000;

/** Messages between the two sides: the desk reads each before it passes it on. */
export function Relay({ introduction }: { readonly introduction: Introduction }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const tell = useTell();
  const pass = useChange(PassRelayMessage);
  const [holds, setHolds] = useState<string | null>(null);
  const [writes, setWrites] = useState(false);
  const { id, revision, messages, channels, state } = introduction;
  const isOpen = channels.includes('RELAY');
  const isConnected = state === 'CONNECTED' || isOpen;
  return (
    <Card title={t('relay.title')}>
      <p>{t(isOpen ? 'relay.about' : 'relay.closed')}</p>
      {messages.length === 0 ? <p>{t('relay.none')}</p> : null}
      <ul className={css.messages}>
        {messages.map((message) => (
          <li
            key={message.messageId}
            {...(message.state === 'WAITING' ? { 'data-waits': '' } : {})}
          >
            <Row>
              <strong>
                {t('relay.way', {
                  from: t(`side.${message.author}`),
                  to: t(`side.${message.recipient}`),
                })}
              </strong>
              <Badge tone={message.state === 'WAITING' ? 'warm' : 'neutral'}>
                {t(`messageState.${message.state}`)}
              </Badge>
              <span>{format.moment(message.at)}</span>
            </Row>
            <Words text={message.text} />
            {message.word ? (
              <p>
                {t('relay.word')} <bdi>{message.word}</bdi>
              </p>
            ) : null}
            {message.state === 'WAITING' ? (
              <Row>
                {isOpen ? (
                  <Button
                    look="primary"
                    isPending={pass.isPending}
                    onPress={() =>
                      pass.mutate(
                        { id, revision, messageId: message.messageId },
                        {
                          onSuccess: (result) => {
                            if (!refusalIn(result)) tell(t('relay.passed'));
                          },
                        },
                      )
                    }
                  >
                    {t('relay.pass')}
                  </Button>
                ) : null}
                <Button onPress={() => setHolds(message.messageId)}>{t('relay.hold')}</Button>
              </Row>
            ) : null}
          </li>
        ))}
      </ul>
      <Refusal refused={refusalIn(pass.data)} />
      {pass.error ? <Failure error={pass.error} /> : null}
      {isConnected ? <Button onPress={() => setWrites(true)}>{t('relay.write')}</Button> : null}
      {holds === null ? null : (
        <Hold introduction={introduction} messageId={holds} onClose={() => setHolds(null)} />
      )}
      {writes ? <Write introduction={introduction} onClose={() => setWrites(false)} /> : null}
    </Card>
  );
}

function Hold({
  introduction: { id, revision },
  messageId,
  onClose,
}: {
  readonly introduction: Introduction;
  readonly messageId: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-desk');
  const [word, setWord] = useState('');
  return (
    <StepDialog
      title={t('relay.holdTitle')}
      action={t('relay.hold')}
      change={useChange(HoldRelayMessage)}
      variables={() => ({ id, revision, messageId, word })}
      done={t('relay.held')}
      disabled={word.trim() === ''}
      onClose={onClose}
    >
      {(refused) => (
        <Line
          label={t('relay.holdWord')}
          hint={t('relay.holdHint')}
          long
          required
          maxLength={LONGEST_WORD}
          value={word}
          onChange={setWord}
          problem={problemAt(refused, 'word')}
        />
      )}
    </StepDialog>
  );
}

function Write({
  introduction: { id, revision },
  onClose,
}: {
  readonly introduction: Introduction;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-desk');
  const [recipient, setRecipient] = useState<RelaySide | ''>('');
  const [words, setWords] = useState('');
  return (
    <StepDialog
      title={t('relay.writeTitle')}
      action={t('relay.send')}
      change={useChange(WriteAsDesk)}
      variables={() => ({ id, revision, recipient: recipient as RelaySide, words })}
      done={t('relay.sent')}
      disabled={recipient === '' || words.trim() === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Radios
            label={t('relay.to')}
            required
            value={recipient}
            options={[
              ['ORGANIZER', t('side.ORGANIZER')],
              ['MEDIATOR', t('side.MEDIATOR')],
            ]}
            onChange={setRecipient}
          />
          <Line
            label={t('relay.words')}
            long
            required
            maxLength={LONGEST_WORD}
            value={words}
            onChange={setWords}
            problem={problemAt(refused, 'words')}
          />
        </>
      )}
    </StepDialog>
  );
}
