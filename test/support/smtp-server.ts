import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail as the server was given it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly source: string;
  /** What the sender called itself. */
  readonly hello: string;
}

/** A real SMTP server on loopback, which does what the test says next. */
export interface TestSmtpServer {
  readonly url: string;
  readonly taken: TakenMail[];
  /** What it answers next to a sender, a recipient or a content instead of taking it, once each. */
  readonly refusals: { sender?: number; recipient?: number; content?: number };
  /** Called while a mail is being taken. */
  onMail: () => Promise<void>;
  close(): Promise<void>;
}

export async function startSmtpServer(): Promise<TestSmtpServer> {
  const taken: TakenMail[] = [];
  const refusals: TestSmtpServer['refusals'] = {};
  const refusal = (of: keyof typeof refusals): Error | null => {
    const responseCode = refusals[of];
    delete refusals[of];
    return responseCode ? Object.assign(new Error('marker of the server'), { responseCode }) : null;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onMailFrom: (_address, _session, done) => done(refusal('sender')),
    onRcptTo: (_address, _session, done) => done(refusal('recipient')),
    onAuth: (_auth, _session, done) => done(Object.assign(new Error('no'), { responseCode: 535 })),
    onData: (stream, session, done) => {
      const take = async (): Promise<void> => {
        const source = await read(stream);
        const refused = refusal('content');
        if (refused) {
          done(refused);
          return;
        }
        await test.onMail();
        taken.push({ ...envelopeOf(session), source, hello: session.hostNameAppearsAs });
        done();
      };
      void take();
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const test: TestSmtpServer = {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refusals,
    onMail: async () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
  return test;
}

function envelopeOf({ envelope }: SMTPServerSession): Pick<TakenMail, 'from' | 'to'> {
  const { mailFrom, rcptTo } = envelope;
  return { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
}

async function read(stream: AsyncIterable<Buffer>): Promise<string> {
  let source = '';
  for await (const part of stream) source += part.toString('utf8');
  return source;
}
