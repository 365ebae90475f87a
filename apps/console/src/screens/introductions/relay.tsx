import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { WholeIntroductionFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Refusal } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { WriteToMediator } from './introductions.graphql.js';
import css from './introductions.module.css';

/** Messages with her, which the desk of her network reads and passes on. */
export function Relay({
  introduction: { id, revision, channels, messages },
  reload,
}: {
  readonly introduction: WholeIntroductionFragment;
  readonly reload: () => void;
}): ReactNode {
  const t = useT('console-introductions');
  const format = useFormat();
  const tell = useTell();
  const write = useChange(WriteToMediator);
  const [words, setWords] = useState('');
  const refused = refusalOf(write.data?.writeToMediator);

  const send = async (): Promise<void> => {
    const { writeToMediator } = await write.mutateAsync({ id, revision, words: words.trim() });
    if (isRefused(writeToMediator)) return;
    setWords('');
    tell(t('relay.done'));
  };

  return (
    <Card title={t('relay.title')}>
      <Stack>
        <p>{t('relay.about')}</p>
        {messages.length === 0 ? <p>{t('relay.none')}</p> : null}
        <ol className={css.thread}>
          {messages.map(({ messageId, author, text, state, word, at }) => (
            <li key={messageId} {...(author === 'ORGANIZER' ? { 'data-own': '' } : {})}>
              <Row>
                <strong>{t(`author.${author}`)}</strong>
                <span className={kit.hint}>{format.moment(at)}</span>
                {author === 'ORGANIZER' ? (
                  <Badge tone={state === 'HELD' ? 'warm' : 'neutral'}>{t(`relay.${state}`)}</Badge>
                ) : null}
              </Row>
              <p>
                <bdi>{text}</bdi>
              </p>
              {word ? (
                <p>
                  {t('relay.word')} <bdi>{word}</bdi>
                </p>
              ) : null}
            </li>
          ))}
        </ol>
        {channels.includes('RELAY') ? (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <Stack>
              <Refusal refused={refused} onReload={reload} />
              <Line
                label={t('relay.label')}
                hint={t('relay.hint')}
                value={words}
                onChange={setWords}
                problem={problemAt(refused, 'words')}
                required
                long
                maxLength={2000}
              />
              <Row>
                <Button
                  type="submit"
                  look="primary"
                  isPending={write.isPending}
                  isDisabled={words.trim() === ''}
                >
                  {t('relay.action')}
                </Button>
              </Row>
            </Stack>
          </form>
        ) : null}
      </Stack>
    </Card>
  );
}
