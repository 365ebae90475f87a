import { useRef, useState, type ReactNode } from 'react';
import { ask } from '../../graph/ask.js';
import { isRefused, type Refused } from '../../graph/refusal.js';
import type { OpenIntroductionContactMutation, ReleasedChannel } from '../../graph/types.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Failure, Refusal } from '../../ui/feedback.js';
import { Card, Fact, Facts, Row, Stack } from '../../ui/page.js';
import { OpenIntroductionContact } from './introductions.graphql.js';

type Opened = Extract<
  OpenIntroductionContactMutation['openIntroductionContact'],
  { readonly __typename: 'IntroductionContact' }
>;

/**
 * How she can be reached: closed until it is opened, and forgotten with the component. It is asked for without the
 * cache of queries, which would keep it.
 */
export function Contact({
  id,
  channels,
}: {
  readonly id: string;
  readonly channels: readonly ReleasedChannel[];
}): ReactNode {
  const t = useT('console-introductions');
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const hasAddress = channels.some((one) => one !== 'RELAY');

  const open = async (): Promise<void> => {
    setBusy(true);
    try {
      const { openIntroductionContact: result } = await ask(OpenIntroductionContact, { id });
      setFailed(null);
      if (isRefused(result)) setRefused(result);
      else {
        setRefused(null);
        setOpened(result);
        heading.current?.focus();
      }
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card>
      <Stack>
        <h2 ref={heading} tabIndex={-1}>
          {t('contact.title')}
        </h2>
        <p>
          {t('contact.released', {
            channels: format.list(channels.map((one) => t(`channel.${one}`))),
          })}
        </p>
        <Refusal refused={refused} />
        {failed ? <Failure error={failed} again={() => void open()} /> : null}
        {hasAddress && !opened ? (
          <>
            <p>{t('contact.about')}</p>
            <Row>
              <Button look="primary" isPending={isBusy} onPress={() => void open()}>
                {t('contact.open')}
              </Button>
            </Row>
          </>
        ) : null}
        {opened ? (
          <>
            <Facts>
              <Fact term={t('channel.EMAIL')}>
                {opened.email ? <bdi>{opened.email}</bdi> : null}
              </Fact>
              <Fact term={t('channel.TELEPHONE')}>
                {opened.telephone ? <bdi dir="ltr">{opened.telephone}</bdi> : null}
              </Fact>
            </Facts>
            <Row>
              <Button
                onPress={() => {
                  setOpened(null);
                  heading.current?.focus();
                }}
              >
                {t('contact.hide')}
              </Button>
            </Row>
          </>
        ) : null}
      </Stack>
    </Card>
  );
}
