import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RetentionJob } from '#database';
import { ApplyService, type ApplicationView } from '#applications';
import { OPERATOR } from '#identity';
import { NotFoundError } from '#kernel';
import { makeAccount } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { openCalls, type Applying } from '../../support/applying.js';
import { contactsOf } from '../../support/contacts.js';
import { globalId } from '../../support/curating.js';
import { lastLink, mailsTo } from '../../support/mails.js';
import { PageReader } from '../../support/page-reader.js';
import { coordinatorViewer, mediatorViewer } from '../../support/viewers.js';
import { waitingForLocks } from '../../support/waiting-locks.js';

const EMAIL = 'amina@example.org';
const NOTHING = {};

describe('the desk of a network that has a call', () => {
  let api: TestApi;
  let calls: Applying;
  let coordinator: Record<string, string>;
  let stranger: Record<string, string>;
  beforeAll(async () => {
    api = await openTestApi();
    calls = await openCalls(api);
    coordinator = await api.signedIn({ role: 'coordinator', networks: ['acacia'] });
    stranger = await api.signedIn({ role: 'coordinator', networks: ['fjord'] });
  });
  afterAll(async () => api.close());
  beforeEach(async () => calls.clear());

  const accept = (view: ApplicationView) =>
    calls.applications.accept(calls.ada, view.id, view.revision, {
      accreditation: 'We know her work.',
    });
  const one = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    api.services.database.query<T>(sql, parameters);

  it('lists her with her consents and her contact data when it accepts her, for the ordinary review', async () => {
    const submitted = await calls.submit();
    const { mediatorId, state, stated } = await accept(submitted);
    expect([state, stated]).toEqual(['accepted', null]);
    const whole = (await api.services.profiles.wholes(calls.ada, [mediatorId!])).get(mediatorId!);
    expect(whole).toMatchObject({
      state: 'submitted',
      fullName: 'Amina Diallo',
      displayName: 'Amina',
      residence: 'ML',
      years: 12,
      languages: [
        { code: 'bm', level: 'native' },
        { code: 'fr', level: 'C1' },
      ],
      consents: ['LISTED', 'MATCHED'],
    });
    const consents = await api.services.consents.history(calls.ada, mediatorId!);
    expect(
      consents.map(({ channel, networkId, language, textVersion }) => [
        channel,
        networkId,
        language,
        textVersion,
      ]),
    ).toEqual([1, 2].map(() => ['web', null, 'en', '2026-11']));
    const [contact] = await contactsOf(api.services, 'acacia');
    expect(contact).toMatchObject({
      mediatorId,
      contact: { email: EMAIL, telephone: '+1 202 555 0123' },
    });
    const steps = await one<{ step: string; herself: boolean; by: string }>(
      'SELECT step, herself, made_by AS by FROM profile_step ORDER BY id',
    );
    expect(steps).toEqual([
      { step: 'apply', herself: true, by: 'system:application' },
      { step: 'submit', herself: false, by: calls.ada.name },
    ]);
    // The review is the one that every profile passes.
    await api.services.lifeCycle.step(calls.ada, mediatorId!, 'verify');
    await api.services.lifeCycle.step(calls.ada, mediatorId!, 'publish');
    expect((await mailsTo(api, EMAIL)).map(({ subject }) => subject)).toEqual([
      'One more step',
      'Welcome',
    ]);
    const page = await new PageReader(api).open(await lastLink(api, EMAIL));
    expect(page.text).toContain('You have been accepted');
  });

  it('is told by mail when the first application waits, and not before she has confirmed it', async () => {
    const ofAcacia = await makeAccount(api.services, { role: 'coordinator', networks: ['acacia'] });
    const ofFjord = await makeAccount(api.services, { role: 'coordinator', networks: ['fjord'] });
    const told = async () => (await mailsTo(api, ofAcacia.email)).map(({ subject }) => subject);
    await calls.apply();
    expect(await told()).toEqual([]);
    await calls.press('confirm');
    expect(await told()).toEqual(['Something waits for your answer']);
    await calls.submit({ email: 'zuri@example.org' });
    expect(await told()).toHaveLength(1);
    const decline = { reason: 'capacity', words: null } as const;
    for (const { id, revision } of await calls.desk()) {
      await calls.applications.decline(calls.ada, id, revision, decline);
    }
    await calls.submit({ email: 'third@example.org' });
    expect(await told()).toHaveLength(2);
    expect(await mailsTo(api, ofFjord.email)).toEqual([]);
  });

  it('takes two people to accept and verify her, where the network has the four-eyes rule', async () => {
    await api.services.networks.setFourEyes(OPERATOR, calls.call.networkId, true);
    const { mediatorId } = await accept(await calls.submit());
    const bea = coordinatorViewer(calls.call.networkId);
    await expect(api.services.lifeCycle.step(calls.ada, mediatorId!, 'verify')).rejects.toThrow(
      'ask another coordinator',
    );
    await api.services.lifeCycle.step(bea, mediatorId!, 'verify');
    await api.services.networks.setFourEyes(OPERATOR, calls.call.networkId, false);
  });

  it('keeps her name from everyone where she asks for it', async () => {
    const { mediatorId } = await accept(
      await calls.submit({ pseudonymous: 'on', codeName: 'Heron' }),
    );
    await api.services.lifeCycle.step(calls.ada, mediatorId!, 'verify');
    await api.services.lifeCycle.step(calls.ada, mediatorId!, 'publish');
    const views = await api.services.profiles.viewsByIds(calls.fay, [mediatorId!]);
    const view = views.get(mediatorId!);
    expect(view).toMatchObject({ name: 'Heron', fullName: null, residence: null });
    expect(JSON.stringify(view)).not.toContain('Amina');
  });

  it('lists her without consents where she gave none, so that nobody finds her', async () => {
    const { mediatorId } = await accept(await calls.submit({ consents: null }));
    expect(await api.services.consents.history(calls.ada, mediatorId!)).toEqual([]);
    await api.services.lifeCycle.step(calls.ada, mediatorId!, 'verify');
    await expect(api.services.lifeCycle.step(calls.ada, mediatorId!, 'publish')).rejects.toThrow(
      'She has not consented to be listed.',
    );
  });

  it('declines with a reason in her language and words of its own', async () => {
    await calls.apply({}, calls.path, 'fr');
    await calls.press('confirm');
    const [submitted] = await calls.desk();
    const { id, revision } = submitted!;
    await expect(
      calls.applications.decline(calls.ada, id, revision, { reason: 'other', words: ' ' }),
    ).rejects.toThrow('words');
    const words = 'Revenez au printemps.';
    const declined = await calls.applications.decline(calls.ada, id, revision, {
      reason: 'capacity',
      words,
    });
    expect(declined).toMatchObject({ state: 'declined', reason: 'capacity', words });
    expect(await one('SELECT id FROM mediator')).toEqual([]);
    const mail = (await mailsTo(api, EMAIL)).at(-1)!;
    expect(mail.subject).toBe('Une réponse à ce que vous avez envoyé');
    expect(mail.text).not.toContain(words);
    const she = await new PageReader(api).open(await lastLink(api, EMAIL));
    expect(she.text).toContain('Le réseau n’a plus de place en ce moment.');
    expect(she.text).toContain(words);
    // She can apply again.
    await calls.apply();
    await calls.press('confirm');
    expect((await calls.desk()).map(({ state }) => state)).toEqual(['declined', 'submitted']);
  });

  it('answers once, and only what it has read', async () => {
    const submitted = await calls.submit();
    await expect(
      calls.applications.accept(calls.ada, submitted.id, submitted.revision - 1, NOTHING),
    ).rejects.toThrow('read it again');
    await accept(submitted);
    const decline = { reason: 'criteria', words: null } as const;
    await expect(
      calls.applications.decline(calls.ada, submitted.id, submitted.revision + 1, decline),
    ).rejects.toThrow('only one that waits for an answer is declined');
  });

  it('is not confused by what happens at the same time', async () => {
    const applying = api.app.get(ApplyService);
    await calls.apply();
    const link = await lastLink(api, EMAIL);
    const token = new URLSearchParams(link.split('?')[1]).get('token') ?? '';
    const outcomes = async (...work: readonly Promise<unknown>[]) =>
      (await Promise.allSettled(work)).map(({ status }) => status).toSorted();
    expect(await outcomes(applying.confirm(token), applying.confirm(token))).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const [submitted] = await calls.desk();
    const decline = { reason: 'criteria', words: null } as const;
    const { id, revision } = submitted!;
    const answers = await outcomes(
      accept(submitted!),
      calls.applications.decline(calls.ada, id, revision, decline),
    );
    expect(answers).toEqual(['fulfilled', 'rejected']);
    const accepted = (await calls.desk())[0]?.state === 'accepted';
    expect(await one('SELECT id FROM mediator')).toHaveLength(accepted ? 1 : 0);
  });

  it('is told once of several that are confirmed at the same time', async () => {
    const applying = api.app.get(ApplyService);
    const ofAcacia = await makeAccount(api.services, { role: 'coordinator', networks: ['acacia'] });
    const tokens: string[] = [];
    for (const name of ['one', 'two', 'three', 'four']) {
      await calls.apply({ email: `${name}@example.org` });
      const link = await lastLink(api, `${name}@example.org`);
      tokens.push(new URLSearchParams(link.split('?')[1]).get('token') ?? '');
    }
    await Promise.all(tokens.map(async (token) => applying.confirm(token)));
    expect(await calls.desk()).toHaveLength(4);
    expect(await mailsTo(api, ofAcacia.email)).toHaveLength(1);
  });

  it('is not held up where she is erased and withdraws at the same time', async () => {
    const { mediatorId } = await accept(await calls.submit());
    const link = await lastLink(api, EMAIL);
    const token = new URLSearchParams(link.split('?')[1]).get('token') ?? '';
    const { database, erasure } = api.services;
    let erased: Promise<void> | undefined;
    let withdrawn: Promise<unknown> | undefined;
    await database.transaction(async (tx) => {
      await tx.query('SELECT FROM mediator WHERE id = $1 FOR UPDATE', [mediatorId]);
      erased = erasure.erase(OPERATOR, mediatorId!);
      await waitingForLocks(api);
      withdrawn = api.app.get(ApplyService).withdraw(token);
      await waitingForLocks(api, 2);
    });
    const outcomes = await Promise.allSettled([erased, withdrawn]);
    expect(outcomes[0]?.status).toBe('fulfilled');
    if (outcomes[1]?.status === 'rejected') {
      expect(outcomes[1].reason).toBeInstanceOf(NotFoundError);
    }
    expect(await one('SELECT id FROM membership_application')).toEqual([]);
    expect(await one('SELECT id FROM mediator')).toEqual([]);
  });

  it('is asked by nobody else', async () => {
    const { id, revision } = await calls.submit();
    for (const viewer of [calls.fay, mediatorViewer('01900000-0000-7000-8000-000000000000')]) {
      await expect(calls.applications.byId(viewer, id)).rejects.toThrow('no such application');
      await expect(calls.applications.accept(viewer, id, revision, NOTHING)).rejects.toThrow(
        'no such application',
      );
      await expect(calls.calls.close(viewer, calls.call.id, calls.call.revision)).rejects.toThrow(
        'no such call',
      );
    }
    // Nor by its own coordinators before she has confirmed it.
    await calls.apply({ email: 'other@example.org' });
    const [row] = await one<{ id: string }>(
      `SELECT id FROM membership_application WHERE state = 'unconfirmed'`,
    );
    await expect(calls.applications.byId(calls.ada, row!.id)).rejects.toThrow(
      'no such application',
    );
    await expect(calls.applications.accept(calls.ada, row!.id, 1, NOTHING)).rejects.toThrow(
      'no such application',
    );
  });

  it('lets her withdraw before the answer: nothing of what she wrote is left', async () => {
    await calls.submit();
    const she = await calls.press('withdraw');
    expect(she.text).toContain('What you wrote has been deleted.');
    expect(await calls.desk()).toMatchObject([{ state: 'withdrawn', stated: null }]);
    const [row] = await one<object>(
      'SELECT sealed, key_id AS key, email_index AS address FROM membership_application',
    );
    expect(row).toEqual({ sealed: null, key: null, address: null });
    await she.open(await lastLink(api, EMAIL));
    expect(she.text).toContain('Your application is withdrawn');
  });

  it('sees no more what she withdrew, on a database that was restored from before', async () => {
    const { id } = await calls.submit();
    await api.app.get(ApplyService).withdrawAgain(OPERATOR, id);
    expect(await calls.desk()).toMatchObject([{ state: 'withdrawn', stated: null }]);
    await expect(api.app.get(ApplyService).withdrawAgain(OPERATOR, id)).rejects.toThrow(
      'it is withdrawn once',
    );
    await expect(api.app.get(ApplyService).withdrawAgain(calls.ada, id)).rejects.toThrow(
      'You may not do this.',
    );
    await calls.clear();
    await calls.apply();
    const [row] = await one<{ id: string }>('SELECT id FROM membership_application');
    await api.app.get(ApplyService).withdrawAgain(OPERATOR, row!.id);
    expect(await one('SELECT id FROM membership_application')).toEqual([]);
  });

  it('never hears of one that she takes back unconfirmed', async () => {
    await calls.apply();
    const she = await calls.press('withdraw');
    expect(she.text).toContain('Nothing of what you wrote is left here.');
    expect(await one('SELECT id FROM membership_application')).toEqual([]);
  });

  it('lets her withdraw after it accepted her: her profile leaves, and only she can bring it back', async () => {
    const { mediatorId } = await accept(await calls.submit());
    await api.services.lifeCycle.step(calls.ada, mediatorId!, 'verify');
    await api.services.lifeCycle.step(calls.ada, mediatorId!, 'publish');
    await calls.press('withdraw');
    const state = async () =>
      (await one<{ state: string }>('SELECT state FROM mediator'))[0]?.state;
    expect(await state()).toBe('withdrawn');
    await expect(api.services.lifeCycle.step(calls.ada, mediatorId!, 'resume')).rejects.toThrow(
      'only she can come back',
    );
  });

  it('lets her withdraw after it has taken the profile out itself', async () => {
    const { mediatorId } = await accept(await calls.submit());
    await api.services.lifeCycle.step(calls.ada, mediatorId!, 'withdraw');
    const she = await calls.press('withdraw');
    expect(she.text).toContain('Your application is withdrawn');
    // What she wrote is not deleted: it is her profile.
    expect(she.text).toContain('It still holds what you wrote, and your network can read it.');
    expect(she.text).not.toContain('deleted. The network sees');
  });

  it('may take her by the same address after her erasure, when she applies herself', async () => {
    const { mediatorId: before } = await accept(await calls.submit());
    await api.services.erasure.erase(OPERATOR, before!);
    await calls.clear();
    const { mediatorId } = await accept(await calls.submit());
    expect(mediatorId).not.toBe(before);
    expect(await contactsOf(api.services, 'acacia')).toMatchObject([
      { mediatorId, contact: { email: EMAIL } },
    ]);
  });

  it('goes with her when she is erased, and so does what she sent with the address of her account', async () => {
    const { mediatorId } = await accept(await calls.submit());
    const next = await calls.open();
    await calls.apply({}, calls.addressOf(next.id));
    await calls.apply({ email: 'stranger@example.org' });
    await api.services.erasure.erase(OPERATOR, mediatorId!);
    const left = await one<{ call: string }>('SELECT call_id AS call FROM membership_application');
    expect(left).toEqual([{ call: calls.call.id }]);
    await calls.clear();
    // Another woman with an account applies somewhere else with its address.
    const { mediatorId: other } = await accept(await calls.submit({ email: 'zuri@example.org' }));
    await api.services.identity.accounts.createReady(OPERATOR, [
      {
        email: 'Zuri2@example.org',
        name: 'Zuri',
        password: 'grain boats under seven bridges',
        locale: 'en',
        mediatorId: other!,
        organizationId: null,
        roles: [{ role: 'mediator', networkId: null }],
        secondFactor: false,
      },
    ]);
    const second = await calls.open();
    await calls.apply({ email: 'zuri2@example.org' }, calls.addressOf(second.id));
    const her = mediatorViewer(other!);
    const { parts } = await api.services.personalData.read(her);
    expect(parts.applications).toMatchObject([
      { state: 'accepted' },
      {
        state: 'unconfirmed',
        // Another woman may have mistaken her address: what is not confirmed is not shown.
        asserted: undefined,
        contact: undefined,
        consents: undefined,
      },
    ]);
    await calls.press('confirm', 'zuri2@example.org');
    expect((await api.services.personalData.read(her)).parts.applications).toMatchObject([
      { state: 'accepted' },
      {
        state: 'submitted',
        asserted: { fullName: 'Amina Diallo' },
        contact: { email: 'zuri2@example.org' },
      },
    ]);
    await api.services.erasure.erase(OPERATOR, other!);
    expect(await one('SELECT id FROM membership_application')).toEqual([]);
  });

  it('forgets by itself what nobody confirmed in a week, and answers after 90 days', async () => {
    const purge = api.app.get(RetentionJob);
    const age = (state: string, column: string, days: number) =>
      one(
        `UPDATE membership_application SET ${column} = now() - $2 * interval '1 day' WHERE state = $1`,
        [state, days],
      );
    const states = async () =>
      (await one<{ state: string }>('SELECT state FROM membership_application ORDER BY state')).map(
        ({ state }) => state,
      );
    const { id, revision } = await calls.submit();
    await calls.applications.decline(calls.ada, id, revision, { reason: 'criteria', words: null });
    await calls.submit({ email: 'waiting@example.org' });
    await calls.apply({ email: 'unconfirmed@example.org' });
    await age('submitted', 'created_at', 400);
    await age('unconfirmed', 'created_at', 6);
    await age('declined', 'decided_at', 90);
    await purge.handle();
    expect(await states()).toEqual(['declined', 'submitted', 'unconfirmed']);
    // The link is of no use the moment its time is over, whenever the purge comes.
    await age('unconfirmed', 'created_at', 8);
    const link = await lastLink(api, 'unconfirmed@example.org');
    expect((await new PageReader(api).open(link)).status).toBe(410);
    const token = new URLSearchParams(link.split('?')[1]).get('token') ?? '';
    await expect(api.app.get(ApplyService).confirm(token)).rejects.toThrow('no such application');
    await age('declined', 'decided_at', 92);
    await purge.handle();
    expect(await states()).toEqual(['submitted']);
  });

  it('opens what is sealed after the data key was renewed', async () => {
    const submitted = await calls.submit();
    await api.services.keys.rotate(OPERATOR);
    expect((await calls.desk())[0]?.stated).toEqual(submitted.stated);
  });

  describe('in the graph', () => {
    const mutate = async (document: string, headers = coordinator) => {
      const { data, errors } = await api.ask<Record<string, Record<string, unknown>>>(
        `mutation { ${document} }`,
        {},
        headers,
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return Object.values(data ?? {})[0]!;
    };
    const CALL = `{ __typename ... on Call { id state revision pageUrl titles { language text } languages opensOn closesOn network { slug } }
      ... on ValidationError { fields { path code } } ... on InvalidState { message } }`;
    const TEXTS =
      'titles: [{ language: "en", text: "Mediators" }], criteria: [{ language: "en", text: "Women." }]';

    it('makes, changes, opens and closes a call', async () => {
      const made = await mutate(
        `createCall(input: { network: "acacia", languages: [EN], ${TEXTS}, opensOn: "2026-01-01", closesOn: "2026-01-31" }) ${CALL}`,
      );
      expect(made).toMatchObject({
        __typename: 'Call',
        state: 'DRAFT',
        revision: 1,
        network: { slug: 'acacia' },
      });
      const id = String(made.id);
      const step = (name: string, revision: number) =>
        mutate(`${name}(id: "${id}", revision: ${revision}) ${CALL}`);
      expect(await step('openCall', 1)).toEqual({
        __typename: 'InvalidState',
        message: 'The last day of the call is past: give it a later one first.',
      });
      await mutate(`editCall(input: { id: "${id}", revision: 1, closesOn: null }) ${CALL}`);
      expect(await step('openCall', 1)).toEqual({ __typename: 'Conflict' });
      const opened = await step('openCall', 2);
      expect(opened).toMatchObject({ state: 'OPEN', closesOn: null });
      const address = new URL(String(opened.pageUrl)).pathname;
      expect((await new PageReader(api).open(address)).text).toContain('Women.');
      expect(await step('closeCall', 3)).toMatchObject({ state: 'CLOSED' });
      expect(await step('openCall', 4)).toMatchObject({ state: 'OPEN' });
    });

    it('says what is wrong with a call, by field', async () => {
      const wrong = await mutate(
        `createCall(input: { network: "acacia", languages: [EN, EN, FR], titles: [{ language: "en", text: " " }, { language: "xx", text: "A" }],
          criteria: [{ language: "ar", text: "B" }], opensOn: "2026-03-01", closesOn: "2026-02-01" }) ${CALL}`,
      );
      expect(wrong).toEqual({
        __typename: 'ValidationError',
        fields: [
          { path: 'languages', code: 'DUPLICATE' },
          { path: 'titles.xx', code: 'UNKNOWN' },
          { path: 'titles.en', code: 'MISSING' },
          { path: 'titles.fr', code: 'MISSING' },
          { path: 'criteria.ar', code: 'CONTRADICTION' },
          { path: 'criteria.en', code: 'MISSING' },
          { path: 'criteria.fr', code: 'MISSING' },
          { path: 'closesOn', code: 'OUT_OF_RANGE' },
        ],
      });
    });

    const LIST = `applications(network: "acacia", states: [SUBMITTED]) { totalCount edges { node { id state language revision
      call { title } stated { fullName pseudonymous residence { code label } languages { label level } expertise { code }
      territories { code } experience { process role territory { code } yearFrom } biographies { language text } consents { purpose } } } } }`;

    it('shows who has applied, and answers', async () => {
      await calls.submit();
      await calls.submit({ email: 'zuri@example.org', fullName: 'Zuri Okoye', displayName: '' });
      const { data } = await api.ask<{
        applications: { edges: { node: Record<string, unknown> }[] };
      }>(`{ ${LIST} }`, {}, coordinator);
      const [first, second] = data!.applications.edges.map(({ node }) => node);
      expect(first).toMatchObject({
        state: 'SUBMITTED',
        language: 'EN',
        call: { title: 'Mediators of the river basin' },
        stated: {
          fullName: 'Amina Diallo',
          residence: { code: 'ML', label: 'Mali' },
          languages: [
            { label: 'French', level: 'C1' },
            { label: 'Bambara', level: 'NATIVE' },
          ],
          experience: [{ process: 'Dialogue of the delta', role: 'LEAD_MEDIATOR', yearFrom: 2015 }],
          consents: [{ purpose: 'LISTED' }, { purpose: 'MATCHED' }],
        },
      });
      expect(JSON.stringify(data)).not.toContain(EMAIL);
      const ANSWER =
        '{ __typename ... on Application { state reason words profileId stated { fullName } } }';
      const accepted = await mutate(
        `acceptApplication(id: "${String(first!.id)}", revision: 2, evidence: { accreditation: "We know her." }) ${ANSWER}`,
      );
      expect(accepted).toMatchObject({ state: 'ACCEPTED', stated: null });
      const { data: profile } = await api.ask<object>(
        `{ profile(id: "${String(accepted.profileId)}") { state fullName consents evidence { text } } }`,
        {},
        coordinator,
      );
      expect(profile).toEqual({
        profile: {
          state: 'SUBMITTED',
          fullName: 'Amina Diallo',
          consents: ['LISTED', 'MATCHED'],
          evidence: [{ text: 'We know her.' }],
        },
      });
      const declined = await mutate(
        `declineApplication(id: "${String(second!.id)}", revision: 2, reason: ALREADY_LISTED) ${ANSWER}`,
      );
      expect(declined).toMatchObject({ state: 'DECLINED', reason: 'ALREADY_LISTED', words: null });
    });

    it('hides a call and an application from the desk of another network', async () => {
      const { id } = await calls.submit();
      for (const node of [globalId('Application', id), globalId('Call', calls.call.id)]) {
        const { data } = await api.ask(`{ node(id: "${node}") { id } }`, {}, stranger);
        expect(data).toEqual({ node: null });
      }
      const { errors } = await api.ask(`{ ${LIST} }`, {}, stranger);
      expect(errors?.[0]?.extensions?.code).toBe('NOT_PERMITTED');
    });
  });
});
