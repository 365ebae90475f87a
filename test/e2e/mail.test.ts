import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { JobRunner } from '#database';
import { recordAudit, systemViewer } from '#identity';
import {
  AccountAddresses,
  createMailTransport,
  createMessageGateway,
  MailSend,
  SafeWays,
  queueMail,
  queueMessage,
  type Mail,
  type MailTransport,
  type Message,
  type MessageGateway,
} from '#mail';
import { Logger } from '@nestjs/common';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { insertListed } from '../support/listed-mediator.js';
import { listen, stop, type Answer } from '../support/json-server.js';
import { readOutbox } from '../support/outbox.js';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.js';
import { gate, makeJobsDue } from '../support/waiting-jobs.js';

const LINK = 'https://baraza.example.org/link/sign-in?token=MARKER-token-4711';
const mail: Mail<'sign-in-link'> = {
  to: 'marker.amina@example.org',
  locale: 'fr',
  template: 'sign-in-link',
  parameters: { link: LINK, until: new Date('2026-03-05T16:07:00Z') },
};
const MARKERS = /marker|example\.org/i;

describe('mail', () => {
  let test: TestDatabase;
  let server: TestSmtpServer;
  const warnings: string[] = [];
  let onWarning = (): void => undefined;

  beforeAll(async () => {
    test = await openTestDatabase();
    server = await startSmtpServer();
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((text: unknown) => {
      warnings.push(String(text));
      onWarning();
    });
  });
  beforeEach(async () => {
    await test.database.query('DELETE FROM mail_message');
    await test.database.query('DELETE FROM graphile_worker._private_jobs');
    server.taken.length = 0;
    server.onMail = async () => undefined;
    warnings.length = 0;
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await server.close();
    await test.drop();
  });

  const throughServer = (url = server.url): MailTransport =>
    createMailTransport({ mailUrl: url, mailFrom: 'baraza@example.net', dataDirectory: '' });
  let gateway: MessageGateway = createMessageGateway({
    messageUrl: null,
    messageToken: null,
    dataDirectory: '/dev/null/baraza',
    environment: 'test',
  });
  const ways = new SafeWays();
  const addresses = new AccountAddresses();
  ways.answeredBy(async () => true);
  const jobs = (transport = throughServer()): JobRunner =>
    new JobRunner(test.database, () => [sender(transport)]);
  const sender = (transport = throughServer()): MailSend =>
    new MailSend(
      test.database,
      test.vault,
      transport,
      gateway,
      ways,
      addresses,
      async (tx, action, ids) =>
        recordAudit(
          tx,
          systemViewer('mail'),
          ids.map((id) => ({
            action,
            subjectKind: 'mail',
            subjectId: id,
            beforeHash: null,
            afterHash: null,
          })),
        ),
    );
  const queue = async (more: Partial<Mail<'sign-in-link'>> = {}): Promise<void> =>
    test.database.transaction((tx) => queueMail(tx, test.vault, { ...mail, ...more }));
  const waiting = async () => sender().backlog();
  const waitingIds = async () =>
    (await test.database.query<{ id: string }>('SELECT id FROM mail_message')).map(({ id }) => id);
  const audited = async (action: string) =>
    (
      await test.database.query<{ id: string }>(
        'SELECT subject_id AS id FROM audit_entry WHERE action = $1',
        [action],
      )
    ).map(({ id }) => id);
  const jobTexts = async (): Promise<string> =>
    JSON.stringify(
      await test.database.query(
        'SELECT payload, last_error, key, flags FROM graphile_worker._private_jobs',
      ),
    );

  it('is sent once, and nothing of it stays', async () => {
    await queue();
    const [id] = await waitingIds();
    await jobs().drain();
    await jobs().drain();
    expect(server.taken).toHaveLength(1);
    const { from, to, source, hello } = server.taken[0]!;
    expect({ from, to, hello }).toEqual({
      from: 'baraza@example.net',
      to: ['marker.amina@example.org'],
      hello: 'example.net',
    });
    const head = source.slice(0, source.indexOf('\r\n\r\n'));
    const names = head.match(/^[\w-]+(?=:)/gm)?.map((name) => name.toLowerCase());
    expect(names?.toSorted()).toEqual([
      'auto-submitted',
      'content-language',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(head).toContain(`Message-ID: <${id}@example.net>`);
    expect(head).toContain('Content-Type: text/plain; charset=utf-8');
    expect(source.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(LINK);
    expect(await waiting()).toMatchObject({ waiting: 0, tried: 0 });
    expect(await jobTexts()).toBe('[]');
  });

  it('waits sealed: no table, job or statement shows address, words or link', async () => {
    await queue();
    const rows = await test.asOwner<{ row: string }>(
      'SELECT m::text AS row FROM mail_message m UNION ALL SELECT j::text FROM graphile_worker._private_jobs j',
    );
    expect(rows).toHaveLength(2);
    for (const { row } of rows) {
      expect(row).not.toMatch(MARKERS);
      expect(row).not.toMatch(new RegExp(Buffer.from('marker').toString('hex'), 'i'));
    }
  });

  it('is tried again after a passing failure, then sent once, and no log or job says to whom', async () => {
    await queue();
    server.refusals.recipient = 451;
    await jobs().drain();
    expect(server.taken).toHaveLength(0);
    expect(await waiting()).toMatchObject({ waiting: 1, tried: 1 });
    expect(await jobTexts()).toContain('A mail could not be sent now (EENVELOPE 451).');
    expect(await jobTexts()).not.toMatch(MARKERS);
    await makeJobsDue(test.database);
    await jobs().drain();
    expect(server.taken).toHaveLength(1);
    expect(await waiting()).toMatchObject({ waiting: 0, tried: 0 });
  });

  it.each(['recipient', 'content'] as const)(
    'of which the %s is refused for good is dropped, and the audit log says so by an opaque id',
    async (part) => {
      await queue();
      const [id] = await waitingIds();
      server.refusals[part] = 550;
      await jobs().drain();
      expect(await waiting()).toMatchObject({ waiting: 0, tried: 0 });
      expect(await audited('mail.refused')).toContain(id);
      expect(await jobTexts()).toBe('[]');
      const entries = await test.asOwner<{ row: string }>(
        'SELECT e::text AS row FROM audit_entry e',
      );
      for (const { row } of entries) expect(row).not.toMatch(MARKERS);
    },
  );

  it('waits while the server is away, or refuses us and not the mail', async () => {
    const away = await startSmtpServer();
    await away.close();
    await queue();
    await jobs(throughServer(away.url)).drain();
    expect(await jobTexts()).toContain('A mail could not be sent now (ESOCKET).');
    // Our password is wrong, as far as this server is concerned: no mail may be lost by that.
    await makeJobsDue(test.database);
    await jobs(throughServer(server.url.replace('//', '//marker:marker@'))).drain();
    expect(await jobTexts()).toContain('A mail could not be sent now (EAUTH 535).');
    expect(await waiting()).toMatchObject({ waiting: 1, tried: 1 });
    expect(await jobTexts()).not.toMatch(MARKERS);
    server.refusals.sender = 550;
    await makeJobsDue(test.database);
    await jobs().drain();
    expect(await jobTexts()).toContain('A mail could not be sent now (EENVELOPE 550).');
    await makeJobsDue(test.database);
    await jobs().drain();
    expect(server.taken).toHaveLength(1);
  });

  it('says nothing about itself in the log', async () => {
    const runner = jobs();
    server.refusals.recipient = 451;
    const warned = new Promise<void>((resolve) => {
      onWarning = resolve;
    });
    await runner.start();
    await queue();
    await warned;
    await runner.stop();
    expect(warnings).toEqual([
      expect.stringMatching(/^Job mail-send \d+ failed \(MailNotSentError\), attempt 1\.$/),
    ]);
  });

  it('of a transaction that is rolled back is never sent', async () => {
    const failing = test.database.transaction(async (tx) => {
      await queueMail(tx, test.vault, mail);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await jobs().drain();
    expect(server.taken).toEqual([]);
    expect(await waiting()).toMatchObject({ waiting: 0, tried: 0 });
  });

  it('goes with the person it was for', async () => {
    const mediatorId = await test.database.transaction((tx) => insertListed(tx));
    await queue({ mediatorId });
    await queue();
    await test.database.query('DELETE FROM mediator WHERE id = $1', [mediatorId]);
    expect(await waiting()).toMatchObject({ waiting: 1, tried: 0 });
    await jobs().drain();
    expect(server.taken).toHaveLength(1);
    expect(await jobTexts()).toBe('[]');
  });

  it('does not make an erasure wait while it is being sent', async () => {
    const mediatorId = await test.database.transaction((tx) => insertListed(tx));
    await queue({ mediatorId });
    const taking = gate();
    server.onMail = taking.pass;
    const sending = jobs().drain();
    await taking.reached;
    await test.database.query('DELETE FROM mediator WHERE id = $1', [mediatorId]);
    taking.open();
    await sending;
    expect(await waiting()).toMatchObject({ waiting: 0, tried: 0 });
  });

  it('is sent once though two processes have its job', async () => {
    await queue();
    const ids = await waitingIds();
    const taking = gate();
    server.onMail = taking.pass;
    const first = sender().handle(ids);
    await taking.reached;
    await expect(sender().handle(ids)).rejects.toThrow('another process is sending it');
    taking.open();
    await first;
    await sender().handle(ids);
    expect(server.taken).toHaveLength(1);
  });

  it('that was not sent for days is dropped, and only that', async () => {
    await queue();
    await test.database.query(
      `UPDATE mail_message SET created_at = now() - interval '5 days 1 minute'`,
    );
    const old = await waitingIds();
    await queue();
    await sender().handle([]);
    expect(await waiting()).toMatchObject({ waiting: 1, tried: 0 });
    expect(await audited('mail.overdue')).toEqual(old);
  });

  it('waits until the time it was given, and is overdue counted from then', async () => {
    const notBefore = new Date(Date.now() + 3_600_000);
    await queue({ notBefore });
    await jobs().drain();
    expect(server.taken).toHaveLength(0);
    const [job] = await test.database.query<{ runAt: Date }>(
      'SELECT run_at AS "runAt" FROM graphile_worker._private_jobs',
    );
    expect(job?.runAt).toEqual(notBefore);
    await test.database.query(
      `UPDATE mail_message SET created_at = now() - interval '8 days', not_before = now() - interval '4 days'`,
    );
    await sender().handle([]);
    expect(await waiting()).toMatchObject({ waiting: 1, tried: 0 });
    await makeJobsDue(test.database);
    await jobs().drain();
    expect(server.taken).toHaveLength(1);
    expect(await waiting()).toMatchObject({ waiting: 0, tried: 0 });
  });

  it('is sent at once where its time is past', async () => {
    await queue({ notBefore: new Date(0) });
    await jobs().drain();
    expect(server.taken).toHaveLength(1);
  });

  it.each(['a@example.org\r\nBcc: marker@example.org', 'a@example.org,b@example.org', 'nobody'])(
    'is not queued for %j',
    async (to) => {
      await expect(queue({ to })).rejects.toThrow('A mail goes to one plain address.');
    },
  );

  describe('to a telephone', () => {
    const message: Message = { to: '+254700000001', locale: 'sw', link: LINK };
    const queueOne = async (more: Partial<Message> = {}): Promise<void> =>
      test.database.transaction((tx) => queueMessage(tx, test.vault, { ...message, ...more }));
    const asked: { path: string; body: string; authorization: string }[] = [];
    let answer: Answer;
    let listening: Awaited<ReturnType<typeof listen>>;

    const throughGateway = (url: string): MessageGateway =>
      createMessageGateway({
        messageUrl: url,
        messageToken: 'marker-secret',
        dataDirectory: '',
        environment: 'production',
      });

    beforeAll(async () => {
      listening = await listen((_, path, body, authorization) => {
        asked.push({ path, body, authorization });
        return answer;
      });
    });
    beforeEach(() => {
      asked.length = 0;
      answer = { status: 202, text: '{"marker":true}' };
      gateway = throughGateway(`${listening.url}/send?account=7`);
    });
    afterAll(async () => stop(listening.server));

    it('is one sentence and the link, handed to the gateway once', async () => {
      await queueOne();
      const [id] = await waitingIds();
      await jobs().drain();
      await jobs().drain();
      expect(asked).toEqual([
        {
          path: '/send?account=7',
          authorization: 'Bearer marker-secret',
          body: JSON.stringify({
            id,
            to: '+254700000001',
            language: 'sw',
            text: `Kuna ujumbe unaokusubiri:\n${LINK}`,
          }),
        },
      ]);
      expect(server.taken).toEqual([]);
      expect(await waiting()).toMatchObject({ waiting: 0, tried: 0 });
    });

    it('waits sealed until its time, and goes with the person it is for', async () => {
      const mediatorId = await test.database.transaction((tx) => insertListed(tx));
      await queueOne({ mediatorId, notBefore: new Date(Date.now() + 3_600_000) });
      const [row] = await test.asOwner<{ row: string }>(
        'SELECT m::text AS row FROM mail_message m',
      );
      expect(row?.row).not.toMatch(/254700000001|MARKER/);
      await jobs().drain();
      expect(asked).toEqual([]);
      await test.database.query('DELETE FROM mediator WHERE id = $1', [mediatorId]);
      expect(await waiting()).toMatchObject({ waiting: 0, tried: 0 });
    });

    it.each([400, 410, 422])(
      'is dropped, and audited, where the gateway says %i',
      async (status) => {
        answer = { status, text: '{"error":"marker"}' };
        await queueOne();
        const [id] = await waitingIds();
        await jobs().drain();
        expect(await waiting()).toMatchObject({ waiting: 0, tried: 0 });
        expect(await audited('mail.refused')).toContain(id);
      },
    );

    it.each([301, 401, 403, 404, 429, 500, 503])('waits where it says %i', async (status) => {
      answer = { status, text: '{"error":"marker"}' };
      await queueOne();
      await jobs().drain();
      expect(asked).toHaveLength(1);
      expect(await waiting()).toMatchObject({ waiting: 1, tried: 1 });
      expect(await jobTexts()).toContain(`A message could not be sent now (${status}).`);
      expect(await jobTexts()).not.toMatch(/marker|254700/i);
      answer = { status: 200, text: '' };
      await makeJobsDue(test.database);
      await jobs().drain();
      expect(await waiting()).toMatchObject({ waiting: 0, tried: 0 });
    });

    it('waits while the gateway is away', async () => {
      const away = await listen(() => answer);
      await stop(away.server);
      gateway = throughGateway(away.url);
      await queueOne();
      await jobs().drain();
      expect(await jobTexts()).toContain('A message could not be sent now (no answer).');
      expect(await waiting()).toMatchObject({ waiting: 1, tried: 1 });
    });

    it('waits in production while there is no gateway, which nobody may choose then', async () => {
      const none = { messageUrl: null, messageToken: null, dataDirectory: '' };
      gateway = createMessageGateway({ ...none, environment: 'production' });
      expect(gateway.isOpen).toBe(false);
      await queueOne();
      await jobs().drain();
      expect(await waiting()).toMatchObject({ waiting: 1, tried: 1 });
    });

    it.each(['0700000001', '+254700000001,+254700000002', 'a@example.org', '+254 700 000 001'])(
      'is not queued for %j',
      async (to) => {
        await expect(queueOne({ to })).rejects.toThrow('A message goes to one telephone number.');
      },
    );

    it('is a file where there is no gateway', async () => {
      const dataDirectory = await mkdtemp(join(tmpdir(), 'baraza-message-'));
      try {
        const none = { messageUrl: null, messageToken: null, dataDirectory };
        gateway = createMessageGateway({ ...none, environment: 'test' });
        expect(gateway.isOpen).toBe(true);
        await queueOne({ locale: 'ar' });
        await jobs().drain();
        const folder = join(dataDirectory, 'messages');
        const [file = ''] = await readdir(folder);
        expect(JSON.parse(await readFile(join(folder, file), 'utf8'))).toEqual({
          id: file.replace('.json', ''),
          to: '+254700000001',
          language: 'ar',
          text: `هناك رسالة في انتظاركم:\n${LINK}`,
        });
        expect((await stat(folder)).mode & 0o777).toBe(0o700);
        expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
      } finally {
        await rm(dataDirectory, { recursive: true });
      }
    });
  });

  describe('without a server', () => {
    let dataDirectory: string;
    beforeAll(async () => {
      dataDirectory = await mkdtemp(join(tmpdir(), 'baraza-mail-'));
    });
    afterAll(async () => rm(dataDirectory, { recursive: true }));

    const outbox = (): MailTransport =>
      createMailTransport({ mailUrl: null, mailFrom: null, dataDirectory });

    it('is a file that its owner alone can read', async () => {
      await queue({ locale: 'ar' });
      await jobs(outbox()).drain();
      const [read] = await readOutbox({ dataDirectory });
      expect(read).toMatchObject({
        to: 'marker.amina@example.org',
        subject: 'رابط الدخول الخاص بكم',
        links: [LINK],
      });
      expect(read?.headers).toMatchObject({
        from: 'Baraza <baraza@localhost>',
        'auto-submitted': 'auto-generated',
        'content-language': 'ar',
      });
      const folder = join(dataDirectory, 'outbox');
      const [file = ''] = await readdir(folder);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
      expect(file).not.toMatch(MARKERS);
    });

    it('waits while the folder cannot be written', async () => {
      await queue();
      const nowhere = createMailTransport({
        mailUrl: null,
        mailFrom: null,
        dataDirectory: '/dev/null/baraza',
      });
      await jobs(nowhere).drain();
      expect(await waiting()).toMatchObject({ waiting: 1, tried: 1 });
      expect(await jobTexts()).toContain('A mail could not be sent now (ENOTDIR).');
    });
  });
});
