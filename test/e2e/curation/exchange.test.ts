import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  ExchangePartners,
  ExchangeService,
  HerDirectories,
  InstallationKeys,
  ReplayService,
  ToldListings,
  type HerDirectory,
} from '#directory';
import { OPERATOR } from '#identity';
import { openJson, sealJson, Vault, type SealedColumns } from '#vault';
import { ristretto255_hasher } from '@noble/curves/ed25519.js';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { openTestApi, type TestApi } from '../../support/api.js';
import { command } from '../../support/cli.js';
import { globalId } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
import { TEST_MASTER_KEYS } from '../../support/keys.js';
import { coordinatorViewer, mediatorViewer } from '../../support/viewers.js';
import { atHerPage } from '../../support/woman.js';
import { makeAccount, openSession, PASSWORD } from '../../support/accounts.js';

const DAY = 86_400_000;
const TEXT = { textVersion: '2026-11', language: 'en' } as const;
/** The time goes by for both installations at once. */
let passed = 0;
const now = () => new Date(Date.now() + passed);

/** What is stated of a woman. */
interface Listed {
  /** The address of her account; one that nobody else has if absent. */
  readonly signsIn?: string;
  /** By her network. */
  readonly email?: string;
  readonly telephone?: string;
  /** By herself. */
  readonly says?: { readonly email?: string; readonly telephone?: string };
}

/** One of two installations that compare their lists. */
class Side {
  ids = new Map<number, string>();
  key = '';
  partner = '';

  private constructor(
    readonly api: TestApi,
    readonly name: string,
  ) {}

  static async open(name: string): Promise<Side> {
    const side = new Side(await openTestApi({}, undefined, now), name);
    side.key = (await side.api.app.get(InstallationKeys).installation(OPERATOR)).publicKey;
    return side;
  }

  get exchange(): ExchangeService {
    return this.api.app.get(ExchangeService);
  }

  get directories(): HerDirectories {
    return this.api.app.get(HerDirectories);
  }

  /** Takes files of the other side from now on. */
  async trust({ name, key }: Side, most = 100): Promise<void> {
    const partner = { name, publicKey: key, most, telephones: true };
    await this.api.app.get(ExchangePartners).trust(OPERATOR, partner);
    const [found] = await this.api.app.get(ExchangePartners).list(OPERATOR);
    this.partner = found?.id ?? '';
  }

  /** Lists women by their numbers, with accounts of their own, and what networks and they themselves state. */
  async list(women: Record<number, Listed>): Promise<void> {
    const { services } = this.api;
    const records = Object.entries(women).map(([n, { email = '', telephone = '' }]) =>
      record(Number(n), { email, telephone }),
    );
    await fill(services, 'acacia', records);
    const rows = await services.database.query<{ number: string; id: string }>(
      'SELECT external_id AS number, mediator_id AS id FROM affiliation',
    );
    for (const { number, id } of rows) this.ids.set(Number(number.slice(2)), id);
    for (const [n, { signsIn, says }] of Object.entries(women)) {
      const mediatorId = this.her(Number(n));
      await makeAccount(services, { role: 'mediator', mediatorId, email: signsIn });
      if (says === undefined) continue;
      const statement = { mediatorId, networkId: null, version: null, fields: says };
      await services.contacts.edit(mediatorViewer(mediatorId), statement);
    }
  }

  her(n: number): string {
    return this.ids.get(n) ?? '';
  }

  /** These agree themselves, to other networks and to the partner. */
  async agree(...numbers: number[]): Promise<void> {
    for (const n of numbers) {
      const viewer = mediatorViewer(this.her(n));
      await this.api.services.consents.give(viewer, { purpose: 'LINKED', ...TEXT });
      await this.directories.agree(viewer, this.partner, { agreed: true, ...TEXT });
    }
  }

  async refuse(n: number): Promise<void> {
    await this.directories.agree(mediatorViewer(this.her(n)), this.partner, {
      agreed: false,
      ...TEXT,
    });
  }

  async shown(n: number): Promise<HerDirectory> {
    const [directory] = await this.directories.list(mediatorViewer(this.her(n)));
    return directory!;
  }

  /** The headers with which a program of hers asks. */
  async session(n: number): Promise<Record<string, string>> {
    const { database } = this.api.services;
    const [account] = await database.query<{ id: string }>(
      'SELECT id FROM account WHERE mediator_id = $1',
      [this.her(n)],
    );
    const { accessToken } = await openSession(this.api.services, account?.id ?? '');
    return { authorization: `Bearer ${accessToken}` };
  }

  /** Numbers of those who are told that they may be on the other list. */
  async found(): Promise<number[]> {
    const numbers = [...this.ids.keys()];
    const all = await Promise.all(numbers.map((n) => this.shown(n)));
    return numbers.filter((_, at) => all[at]?.listing);
  }

  /** The file that a step writes. */
  async writes(step: 'compare' | 'import', text: string): Promise<string> {
    let written = '';
    await this.exchange[step](OPERATOR, text, async (file) => void (written = file));
    return written;
  }

  async begins(partner: Side): Promise<string> {
    let written = '';
    await this.exchange.export(OPERATOR, partner.name, async (file) => void (written = file));
    return written;
  }

  /** As if an exchange had found her; gives the id of the listing. */
  async finds(n: number): Promise<string> {
    const id = randomUUID();
    await this.api.services.database.query(
      'INSERT INTO listed_elsewhere (id, mediator_id, partner_id) VALUES ($1, $2, $3)',
      [id, this.her(n), this.partner],
    );
    return id;
  }

  async counts(): Promise<Record<string, number>[]> {
    return this.api.services.database.query(
      `SELECT (SELECT count(*)::int FROM exchange_run) AS runs, (SELECT count(*)::int FROM exchange_secret) AS secrets,
         (SELECT count(*)::int FROM exchange_entry) AS entries, (SELECT count(*)::int FROM listed_elsewhere) AS listings,
         (SELECT count(*)::int FROM audit_entry WHERE action LIKE 'exchange.%') AS audited`,
    );
  }

  async clear(): Promise<void> {
    const { database } = this.api.services;
    for (const table of ['mediator', 'exchange_run', 'exchange_partner', 'erased_key']) {
      await database.query(`DELETE FROM ${table}`);
    }
    this.ids = new Map();
  }
}

/** Who did something, for a log. */
const SOMEBODY = { actor: 'operator', purpose: null };

describe('lists that two installations compare', () => {
  let north: Side;
  let south: Side;
  beforeAll(async () => {
    [north, south] = [await Side.open('North'), await Side.open('South')];
  });
  afterAll(async () => {
    await north.api.close();
    await south.api.close();
  });
  beforeEach(async () => {
    passed = 0;
    await north.clear();
    await south.clear();
    await north.trust(south);
    await south.trust(north);
  });

  /** Women of whom two are on both sides: one by an address, one by a number. */
  const filled = async () => {
    await north.list({
      1: { signsIn: 'amina@example.org' },
      2: { telephone: '+254 700 000 002', says: { telephone: '+254700000002' } },
      3: { signsIn: 'carol@example.org' },
      4: {},
      5: {},
      6: { signsIn: 'silent@example.org' },
    });
    await south.list({
      11: { telephone: '+254-700-000-002', says: { telephone: '(+254) 700000002' } },
      12: { signsIn: 'Amina@Example.org' },
      13: {},
      14: {},
      15: {},
      16: { signsIn: 'silent@example.org' },
      17: { signsIn: 'carol@example.org' },
    });
    await north.agree(1, 2, 3, 4, 5);
    await south.agree(11, 12, 13, 14, 15, 16);
  };

  it('show those who are on both to themselves, and nobody else', async () => {
    await filled();
    const second = await south.writes('compare', await north.begins(south));
    expect(await south.found()).toEqual([]);
    const third = await north.writes('import', second);
    expect(await north.found()).toEqual([1, 2]);
    await south.exchange.import(OPERATOR, third, null);
    expect(await south.found()).toEqual([11, 12]);
    expect(await north.shown(1)).toMatchObject({ name: 'South', listing: { state: 'open' } });
    for (const side of [north, south]) {
      expect(await side.counts()).toEqual([
        expect.objectContaining({ runs: 1, secrets: 0, entries: 0, listings: 2 }),
      ]);
    }
  });

  it('are compared by what she has proved, or she and her network state, and nobody else has', async () => {
    await filled();
    await north.list({
      21: { signsIn: 'proved@example.org' },
      22: { signsIn: 'guessed@example.org' },
      23: { signsIn: 'shared@example.org' },
      24: { email: 'shared@example.org' },
      25: { telephone: '+254700000025', says: { telephone: '+254700000025' } },
      26: { telephone: '+254700000026' },
      27: { says: { telephone: '+254700000027' } },
      28: { telephone: '+254700000028', says: { telephone: '+254700000028' } },
      29: { telephone: '+254700000028', says: { telephone: '+254700000028' } },
    });
    const number = (n: number): Listed => ({
      telephone: `+2547000000${n}`,
      says: { telephone: `+2547000000${n}` },
    });
    await south.list({
      31: { signsIn: 'proved@example.org' },
      32: { email: 'guessed@example.org', says: { email: 'guessed@example.org' } },
      33: { signsIn: 'shared@example.org' },
      35: number(25),
      36: number(26),
      37: number(27),
      38: number(28),
    });
    await north.agree(21, 22, 23, 24, 25, 26, 27, 28, 29);
    await south.agree(31, 32, 33, 35, 36, 37, 38);
    await north.writes('import', await south.writes('compare', await north.begins(south)));
    expect(await north.found()).toEqual([1, 2, 21, 25]);
  });

  it('leave out whoever says no, takes a code name or is erased, from the next step on', async () => {
    await filled();
    const { database, consents, erasure } = north.api.services;
    await north.list({ 7: {} });
    await north.agree(7);
    const first = await north.begins(south);
    const second = await south.writes('compare', first);
    await north.refuse(1);
    const third = await north.writes('import', second);
    expect(await north.found()).toEqual([2]);
    await south.exchange.import(OPERATOR, third, null);
    // The answer of the north tells nothing of her any more.
    expect(await south.found()).toEqual([11]);

    await database.query(
      `UPDATE mediator SET pseudonymous = true, code_name = 'Heron' WHERE id = $1`,
      [north.her(2)],
    );
    expect(await north.found()).toEqual([]);
    await database.query('UPDATE mediator SET pseudonymous = false WHERE id = $1', [north.her(2)]);
    expect(await north.found()).toEqual([2]);
    const deed = {
      ...SOMEBODY,
      action: 'exchange.refuse',
      subject_kind: 'mediator',
      subject_id: north.her(2),
    };
    const restored = await north.api.app
      .get(ReplayService)
      .replay(OPERATOR, { deeds: [deed], beside: null });
    expect(restored.counts.get('not compared with other directories')).toBe(1);
    expect([restored.hidden, await north.found()]).toEqual([0, []]);
    await north.agree(2);
    expect(await north.found()).toEqual([2]);
    await consents.withdraw(mediatorViewer(north.her(2)), north.her(2), 'LINKED', null);
    expect(await north.found()).toEqual([]);
    await erasure.erase(OPERATOR, north.her(2));
    expect(await north.counts()).toMatchObject([{ listings: 0 }]);
  });

  it('tell the partner nothing of fewer than five, also when the number falls on the way', async () => {
    await filled();
    const second = await south.writes('compare', await north.begins(south));
    await north.refuse(4);
    const before = await north.counts();
    await expect(north.writes('import', second)).rejects.toThrow('Fewer than 5 mediators here');
    expect([await north.found(), await north.counts()]).toEqual([[], before]);
    // Whoever agrees only now was not entered.
    await north.agree(6);
    await expect(north.writes('import', second)).rejects.toThrow('Fewer than 5 mediators here');
    await north.agree(4);
    const third = await north.writes('import', second);
    expect(await north.found()).toEqual([1, 2]);
    // Nothing goes to the partner after the last file, so that it is taken as it is.
    for (const n of [13, 14, 15]) await south.refuse(n);
    await south.exchange.import(OPERATOR, third, null);
    expect(await south.found()).toEqual([11, 12]);
  });

  it('are told apart by a key of the exchange, whatever becomes of that of the database', async () => {
    await filled();
    const second = await south.writes('compare', await north.begins(south));
    const vault = north.api.app.get(Vault);
    const index = vault.index.bind(vault);
    const renewed = jest.spyOn(vault, 'index').mockImplementation((text) => index(`new:${text}`));
    try {
      await north.writes('import', second);
    } finally {
      renewed.mockRestore();
    }
    expect(await north.found()).toEqual([1, 2]);
    // An exchange that was begun before each had its key is over.
    passed = 28 * DAY;
    const later = await south.writes('compare', await north.begins(south));
    const { database, vault: services } = north.api.services;
    await database.transaction(async (tx) => {
      const [row] = await tx.query<SealedColumns & { id: string }>(
        'SELECT run_id AS id, key_id AS "keyId", sealed FROM exchange_secret',
      );
      const place = `exchange_secret:${row?.id}`;
      const { indexKey: _, ...before } = await openJson<Record<string, unknown>>(
        services,
        row!,
        place,
      );
      const { keyId, sealed } = await sealJson(tx, services, before, place);
      await tx.query('UPDATE exchange_secret SET key_id = $1, sealed = $2', [keyId, sealed]);
    });
    const imported = north.exchange.import(OPERATOR, later, async () => {});
    await expect(imported).rejects.toThrow('answers no exchange that is under way here');
  });

  it('forget what nobody answered when the next exchange does not find it', async () => {
    await filled();
    await north.writes('import', await south.writes('compare', await north.begins(south)));
    const listing = (await north.shown(2)).listing!.id;
    const answer = { word: 'same', told: [] } as const;
    await north.directories.answer(mediatorViewer(north.her(2)), listing, answer);
    await south.list({ 18: {}, 19: {} });
    await south.agree(18, 19);
    await south.refuse(11);
    await south.refuse(12);
    passed = 28 * DAY;
    await north.writes('import', await south.writes('compare', await north.begins(south)));
    expect(await north.found()).toEqual([2]);
    expect((await north.shown(2)).listing).toMatchObject({ state: 'same' });
    // On a restored database it counts no longer if she has said anything since.
    const deed = {
      ...SOMEBODY,
      action: 'exchange.answer',
      subject_kind: 'listing',
      subject_id: listing,
    };
    await north.api.app.get(ReplayService).replay(OPERATOR, { deeds: [deed], beside: null });
    expect((await north.shown(2)).listing).toMatchObject({ id: listing, state: 'open', told: [] });
  });

  describe('refuse in a sentence, and keep nothing', () => {
    const expectRefused = async (
      side: Side,
      step: 'compare' | 'import',
      text: string,
      sentence: string,
    ) => {
      const before = await side.counts();
      let written = false;
      await expect(
        side.exchange[step](OPERATOR, text, async () => void (written = true)),
      ).rejects.toThrow(sentence);
      expect([written, await side.counts()]).toEqual([false, before]);
    };

    it('what is no file, is cut, changed, of another version or signed by others', async () => {
      await filled();
      const first = await north.begins(south);
      const [head = '', body = '', signature = ''] = first.trim().split('.');
      const content = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
      const other = Buffer.from(JSON.stringify({ ...content, round: 2 })).toString('base64url');
      await expectRefused(south, 'compare', '', 'This is not a file of an exchange');
      await expectRefused(
        south,
        'compare',
        'network,external_id',
        'This is not a file of an exchange',
      );
      await expectRefused(south, 'compare', first.slice(9), 'This is not a file of an exchange');
      await expectRefused(south, 'compare', first.slice(0, -40), 'The file is cut, or was changed');
      await expectRefused(
        south,
        'compare',
        first.slice(0, 4_000),
        'This is not a file of an exchange, or it is cut',
      );
      await expectRefused(
        south,
        'compare',
        `${head}.${other}.${signature}`,
        'The file is cut, or was changed',
      );
      await expectRefused(south, 'import', first, 'This file begins an exchange');
      await expectRefused(north, 'compare', first, 'This file was written here');
      const stranger = await Side.open('Stranger');
      await stranger.trust(south);
      await stranger.list({ 1: {}, 2: {}, 3: {}, 4: {}, 5: {} });
      await stranger.agree(1, 2, 3, 4, 5);
      await expectRefused(
        south,
        'compare',
        await stranger.begins(south),
        'a key that is not trusted here',
      );
      await expectRefused(stranger, 'compare', first, 'a key that is not trusted here');
      await stranger.trust(north);
      await expectRefused(stranger, 'compare', first, 'The file is for another installation');
      await stranger.api.close();
      expect(await south.found()).toEqual([]);
    });

    it('a file that is used again, that answers another, or that comes too late', async () => {
      await filled();
      const early = await north.begins(south);
      const first = await north.begins(south);
      const second = await south.writes('compare', early);
      await expectRefused(south, 'compare', early, 'This file was compared here already.');
      await expectRefused(south, 'compare', first, 'and can be answered again from');
      await expectRefused(north, 'import', second, 'another was begun since');
      await south.api.services.database.query('UPDATE exchange_run SET answered_at = NULL');
      const right = await south.writes('compare', first);
      await expect(north.exchange.import(OPERATOR, right, null)).rejects.toThrow('--out');
      const third = await north.writes('import', right);
      await expectRefused(north, 'import', right, 'it was imported already');
      passed = 15 * DAY;
      await expectRefused(south, 'import', third, 'The file expired on');
      passed = 0;
      await south.exchange.import(OPERATOR, third, null);
      await expectRefused(south, 'import', third, 'it was imported already');
    });

    it('more than was agreed, too few who agree, and a partner that has ended', async () => {
      await filled();
      await north.refuse(5);
      await expect(north.begins(south)).rejects.toThrow('Fewer than 5 mediators here have agreed');
      await north.agree(5);
      await north.api.services.database.query('UPDATE exchange_partner SET most = 4');
      await expect(north.begins(south)).rejects.toThrow('more than the 4 values');
      await north.api.services.database.query('UPDATE exchange_partner SET most = 100');
      const first = await north.begins(south);
      const partners = south.api.app.get(ExchangePartners);
      await south.api.services.database.query(
        `INSERT INTO exchange_run (id, partner_id, session, role, begun_at, expires_at, answered_at)
         VALUES ($1, $2, 'earlier', 'second', now(), now(), now())`,
        [randomUUID(), south.partner],
      );
      await partners.end(OPERATOR, 'North');
      await expectRefused(south, 'compare', first, 'a key that is not trusted here');
      await expect(south.begins(north)).rejects.toThrow('There is no such partner.');
      // What was answered before a partner was ended and added again counts.
      await south.trust(north);
      await expectRefused(south, 'compare', first, 'and can be answered again from');
    });

    it('more outputs than values were agreed, in either answer: each would be a guess', async () => {
      await filled();
      /** The file with outputs made up, signed by the side itself. */
      const guessing = async ({ api, key }: Side, file: string, count: number) => {
        const content = JSON.parse(
          Buffer.from(file.split('.')[1] ?? '', 'base64url').toString(),
        ) as { outputs: string };
        const own = Buffer.from(content.outputs, 'base64url');
        const outputs = Buffer.concat([own, randomBytes(count * 16 - own.length)]);
        const { database } = api.services;
        const signer = await database.transaction((tx) => api.app.get(InstallationKeys).signer(tx));
        return new CompactSign(
          Buffer.from(JSON.stringify({ ...content, outputs: outputs.toString('base64url') })),
        )
          .setProtectedHeader({ alg: 'EdDSA', typ: 'baraza-exchange', kid: key })
          .sign(signer!.privateKey);
      };
      const sentence = 'compares up to 256 values, and 100 are agreed';
      const second = await south.writes('compare', await north.begins(south));
      await expectRefused(north, 'import', await guessing(south, second, 256), sentence);
      const third = await north.writes('import', second);
      await expectRefused(south, 'import', await guessing(north, third, 256), sentence);
      await south.exchange.import(OPERATOR, await guessing(north, third, 128), null);
      expect(await south.found()).toEqual([11, 12]);
    });

    it('what a partner writes who does not keep to the protocol', async () => {
      await filled();
      const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
      const { x: key = '' } = await exportJWK(pair.publicKey);
      const partner = { name: 'Mallory', publicKey: key, most: 100, telephones: false };
      await north.api.app.get(ExchangePartners).trust(OPERATOR, partner);
      const element = (n: number) =>
        ristretto255_hasher.hashToCurve(Buffer.from(`${n}`), { DST: 'test' }).toBytes();
      const elements = Array.from({ length: 64 }, (_, n) => element(n));
      const text = (...bytes: Uint8Array[]) => Buffer.concat(bytes).toString('base64url');
      const good = {
        version: 1,
        round: 1,
        session: 'a'.repeat(43),
        from: { installation: '', key },
        to: { installation: '', key: north.key },
        expires: new Date(now().getTime() + DAY).toISOString(),
        before: '',
        elements: text(...elements),
        publicKey: text(element(99)),
      };
      const signed = async (changes: object) =>
        new CompactSign(Buffer.from(JSON.stringify({ ...good, ...changes })))
          .setProtectedHeader({ alg: 'EdDSA', typ: 'baraza-exchange', kid: key })
          .sign(pair.privateKey);
      const zero = new Uint8Array(32);
      const noProtocol = 'do not follow the protocol';
      const noRound = 'does not hold what its round needs';
      const cases: [object, string][] = [
        [{ version: 2 }, 'The file has version 2, and this installation reads version 1'],
        [{ elements: text(...elements.slice(1), zero) }, noProtocol],
        [{ elements: text(...elements.slice(1), element(1)) }, noProtocol],
        [{ publicKey: text(zero) }, noProtocol],
        [{ elements: text(...elements.slice(1)) }, noRound],
        [{ outputs: text(zero) }, noRound],
        [{ publicKey: '' }, noRound],
        [{ session: 'short' }, noRound],
        [{ expires: 'soon' }, noRound],
        [{ from: null }, noRound],
        [{ from: { installation: '', key: south.key } }, 'for another installation'],
        [
          { elements: text(...Array.from({ length: 256 }, (_, n) => element(n))) },
          '100 are agreed',
        ],
      ];
      for (const [changes, sentence] of cases) {
        await expectRefused(north, 'compare', await signed(changes), sentence);
      }
      // The session and the file are those of the south, which whoever sees its files knows.
      const first = await north.begins(south);
      const { session } = JSON.parse(
        Buffer.from(first.split('.')[1] ?? '', 'base64url').toString(),
      ) as { session: string };
      await expectRefused(north, 'compare', await signed({ session }), 'was compared here already');
      const answer = {
        round: 2,
        session,
        before: createHash('sha256').update(first.trim()).digest('base64url'),
        evaluated: good.elements,
        outputs: Buffer.alloc(64 * 16).toString('base64url'),
        proof: Buffer.alloc(64).toString('base64url'),
      };
      await expectRefused(north, 'import', await signed(answer), 'answers no exchange');
      expect(await north.found()).toEqual([]);
    });

    it('a file that cannot be written', async () => {
      await filled();
      const before = await north.counts();
      const full = north.exchange.export(OPERATOR, 'South', () =>
        Promise.reject(new Error('full')),
      );
      await expect(full).rejects.toThrow('full');
      expect(await north.counts()).toEqual(before);
    });
  });

  it('go on with a partner that has another key, and what was agreed with it', async () => {
    await filled();
    const { publicKey } = await south.api.app.get(InstallationKeys).installation(OPERATOR, true);
    expect(publicKey).not.toBe(south.key);
    const first = await north.begins(south);
    const compared = south.exchange.compare(OPERATOR, first, async () => {});
    await expect(compared).rejects.toThrow('for a key that was replaced here since');
    await north.api.app.get(ExchangePartners).renew(OPERATOR, 'South', publicKey);
    south.key = publicKey;
    expect(await north.counts()).toMatchObject([{ secrets: 0 }]);
    await north.writes('import', await south.writes('compare', await north.begins(south)));
    expect(await north.found()).toEqual([1, 2]);
  });

  it('are for operators and herself alone', async () => {
    await filled();
    const ada = coordinatorViewer('acacia');
    await expect(north.exchange.export(ada, 'South', async () => {})).rejects.toThrow('may not');
    await expect(north.api.app.get(ExchangePartners).list(ada)).rejects.toThrow('may not');
    await expect(north.directories.list(ada)).rejects.toThrow('may not');
    const id = await north.finds(1);
    const answer = { word: 'same', told: [] } as const;
    const other = mediatorViewer(north.her(2));
    await expect(north.directories.answer(other, id, answer)).rejects.toThrow('no such listing');
  });

  it('are asked about on her page, where she says whether it is she and who may know', async () => {
    await filled();
    const account = { id: '', email: 'amina@example.org', password: PASSWORD };
    await north.refuse(1);
    const she = await atHerPage(north.api, account);
    await she.open('/me/consents/directories');
    expect(she.text).toContain('South');
    expect(she.text).toContain('You said no');
    await she.submit(`/me/consents/directories/${north.partner}/agree`, { version: '2026-11' });
    expect(await north.shown(1)).toMatchObject({ agreed: true, listing: null });
    const id = await north.finds(1);
    await she.open('/me');
    expect(she.text).toContain('Another directory may list you, too.');
    await she.open('/me/consents/directories');
    const acacia = (await north.api.services.networks.bySlug('acacia'))?.id ?? '';
    await she.submit(`/me/consents/directories/listings/${id}`, { word: 'same', told: acacia });
    expect((await north.shown(1)).listing).toEqual({ id, state: 'same', told: [acacia] });
    const told = () => north.api.app.get(ToldListings).list(coordinatorViewer(acacia), acacia);
    expect(await told()).toEqual([
      { directory: 'South', mediator: expect.objectContaining({ externalId: 'T-0001' }) },
    ]);
    expect(she.text).toContain('You said: it is me.');
    await she.submit(`/me/consents/directories/${north.partner}/refuse`, { version: '2026-11' });
    expect(await north.shown(1)).toMatchObject({ agreed: false, listing: null });
    expect(await told()).toEqual([]);
    // Nobody has to read a text anew to say no.
    const say = (agreed: boolean) =>
      north.directories.agree(mediatorViewer(north.her(1)), north.partner, {
        agreed,
        textVersion: '2019-01',
        language: 'en',
      });
    await expect(say(true)).rejects.toThrow('read it again');
    await north.agree(1);
    await say(false);
    expect(await north.shown(1)).toMatchObject({ agreed: false });
  });

  it('are answered in the graph as on her page', async () => {
    await filled();
    await north.refuse(1);
    const acacia = (await north.api.services.networks.bySlug('acacia'))?.id ?? '';
    const ofAcacia = globalId('Network', acacia);
    const [she, other] = [await north.session(1), await north.session(3)];
    const FIELDS = 'name agreed statedOn comparedOn listing { word told { slug } }';
    const mine = async () => {
      const { data } = await north.api.ask<{ myDirectories: Record<string, unknown>[] }>(
        `{ myDirectories { id ${FIELDS} } }`,
        {},
        she,
      );
      return data?.myDirectories ?? [];
    };
    const [shown] = await mine();
    expect(shown).toMatchObject({ name: 'South', agreed: false, comparedOn: null, listing: null });
    const id = JSON.stringify(shown?.id);
    const say = async (mutation: string, as = she) => {
      const { data } = await north.api.ask(
        `mutation { said: ${mutation} { __typename ... on OtherDirectory { ${FIELDS} }
           ... on ValidationError { fields { path code } } } }`,
        {},
        as,
      );
      return data?.said;
    };
    const agree = (version: string) =>
      say(`agreeToDirectory(id: ${id}, textVersion: "${version}", language: FR)`);
    expect(await agree('2019-01')).toMatchObject({ fields: [{ path: 'textVersion' }] });
    expect(await north.shown(1)).toMatchObject({ agreed: false });
    expect(await agree('2026-11')).toMatchObject({ agreed: true, listing: null });
    const answer = (word: string, told: string[] = []) =>
      `answerListing(id: ${id}, word: ${word}, told: ${JSON.stringify(told)})`;
    expect(await say(answer('SAME'))).toEqual({ __typename: 'NotFound' });
    await north.finds(1);
    expect(await mine()).toMatchObject([{ listing: { word: null, told: [] } }]);
    expect(await say(answer('SAME', [ofAcacia]))).toMatchObject({
      listing: { word: 'SAME', told: [{ slug: 'acacia' }] },
    });
    expect(await say(answer('SAME', [globalId('Network', randomUUID())]))).toMatchObject({
      fields: [{ path: 'told', code: 'UNKNOWN' }],
    });
    // Only a yes is told.
    expect(await say(answer('DIFFERENT', [ofAcacia]))).toMatchObject({
      listing: { word: 'DIFFERENT', told: [] },
    });
    expect(await say(answer('SAME'), other)).toEqual({ __typename: 'NotFound' });
    expect(await say(`refuseDirectory(id: ${id})`)).toMatchObject({ agreed: false, listing: null });
    expect(await say(`refuseDirectory(id: ${JSON.stringify(ofAcacia)})`)).toMatchObject({
      __typename: 'ValidationError',
    });
  });

  it('by commands, of which each writes one file', async () => {
    await filled();
    const folder = await mkdtemp(join(tmpdir(), 'baraza-exchange-'));
    const file = (name: string) => join(folder, name);
    const run = async (side: Side, ...args: string[]) => {
      const ended = await command(['link', ...args], {
        DATABASE_URL: side.api.settings.databaseUrl ?? '',
        BARAZA_MASTER_KEYS: TEST_MASTER_KEYS,
        BARAZA_DATA_DIR: folder,
      });
      return { code: ended.code, text: `${ended.stdout}${ended.stderr}`.trim() };
    };
    try {
      for (const side of [north, south]) {
        await side.api.services.database.query('UPDATE exchange_partner SET ended_at = now()');
      }
      expect(await run(south, 'key')).toEqual({
        code: 0,
        text: `Address: http://127.0.0.1:3000\nKey: ${south.key}`,
      });
      expect(await run(north, 'trust', 'South', '--key', 'short')).toEqual({
        code: 1,
        text: 'key: A key has 43 letters, digits, hyphens and low lines: baraza link key prints it.',
      });
      await run(north, 'trust', 'South', '--key', south.key, '--most', '50');
      await run(south, 'trust', 'North', '--key', north.key);
      expect((await run(north, 'trust', 'South', '--key', south.key)).text).toBe(
        'There is a partner of this name or key, or the key is your own.',
      );
      expect((await run(north, 'partners', '--format', 'csv')).text).toContain(
        `"South","${south.key}",50,"no",`,
      );
      for (const side of [north, south]) {
        await side.api.services.database.query(
          `UPDATE exchange_consent SET partner_id = (SELECT id FROM exchange_partner WHERE ended_at IS NULL)`,
        );
      }
      const steps = [
        await run(north, 'export', '--to', 'South', '--out', file('1')),
        await run(south, 'compare', file('1'), '--out', file('2')),
        await run(north, 'import', file('2'), '--out', file('2')),
        await run(north, 'import', file('2'), '--out', file('3')),
        await run(south, 'import', file('3')),
        await run(south, 'import', file('3')),
      ];
      expect(steps.map(({ code }) => code)).toEqual([0, 0, 1, 0, 0, 1]);
      expect(steps[2]?.text).toBe(`The file ${file('2')} is there already.`);
      expect((await readdir(folder)).filter((name) => /^\d$/.test(name))).toEqual(['1', '2', '3']);
      const texts = await Promise.all(['1', '2', '3'].map((name) => readFile(file(name), 'utf8')));
      const plain = texts.map((text) =>
        Buffer.from(text.split('.')[1] ?? '', 'base64url').toString(),
      );
      expect(plain.join()).not.toMatch(/example|2547|@/);
      // Telephone numbers are compared only where both sides have said so.
      expect([await north.found(), await south.found()]).toEqual([[1], [12]]);
      expect(await run(north, 'distrust', 'South')).toMatchObject({ code: 0 });
      expect(await north.counts()).toMatchObject([{ listings: 0 }]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
