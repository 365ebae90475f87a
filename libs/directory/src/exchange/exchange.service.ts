import { randomBytes } from 'node:crypto';
import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { authorise, changeRecord, recordAudit, systemViewer, type Viewer } from '#identity';
import { dayOf, InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import type { Intersection } from '#linkage';
import { paddedSize } from '#linkage/sizes';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { ContactRepository } from '../contact/contact-repository.js';
import { comparedValues } from './compared-women.js';
import { digestOf, readFile, signedFile, signerOf, type ExchangeFile } from './exchange-file.js';
import { partnerNamed, partnerWithKey, type ExchangePartner } from './exchange-partners.js';
import {
  endRun,
  insertRun,
  lastAnswer,
  openRun,
  runOfSession,
  valueIndex,
  type Entry,
  type ExchangeRun,
  type RunSecrets,
} from './exchange-runs.js';
import { InstallationKeys } from './installation-keys.js';
import { writeListings } from './listings-elsewhere.js';
import { areElements, commonOf, intersectionOf, NOT_BY_PROTOCOL } from './private-intersection.js';

const DAY = 86_400_000;
/** A file that nobody has answered for so long is not answered any more. */
const VALID_DAYS = 14;
/** A partner is answered once in four weeks; a day less, so that a monthly habit does not slip. */
const REST_DAYS = 27;
/** With fewer women who agree, that anything is exchanged would tell too much of each. */
const LEAST_WOMEN = 5;

/** Writes a file that leaves; nothing else is kept if it fails. */
export type WriteFile = (text: string) => Promise<void>;

type Signer = NonNullable<Awaited<ReturnType<InstallationKeys['signer']>>>;

/** A file that was read, and of whom it is. */
interface Incoming {
  readonly partner: ExchangePartner;
  readonly file: ExchangeFile;
  readonly signer: Signer;
}

/**
 * Finds women whom another installation lists, too, by files that two operators send each other. Neither side learns anything but
 * which of its own women are on both lists, and of these only who agreed to that partner herself. What is found is shown to
 * nobody but her.
 */
@Injectable()
export class ExchangeService {
  private readonly contacts: ContactRepository;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly keys: InstallationKeys,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {
    this.contacts = new ContactRepository(vault);
  }

  /**
   * Begins an exchange: writes the first file. One that was begun with this partner and not answered is given up.
   *
   * @throws NotPermittedError, NotFoundError, InvalidStateError
   */
  async export(viewer: Viewer, partnerName: string, write: WriteFile): Promise<void> {
    await this.step(viewer, write, async (tx) => {
      const partner = await partnerNamed(tx, partnerName);
      const signer = await this.signer(tx);
      const session = randomBytes(32).toString('base64url');
      const values = await this.values(tx, partner);
      const psi = await intersectionOf(session, signer.publicKey, partner.publicKey);
      const keys = psi.newKeys();
      const indexKey = randomBytes(32);
      const blinded = psi.blind(keys, [...values.keys()], paddedSize(values.size));
      const begunAt = this.now();
      const expiresAt = new Date(begunAt.getTime() + VALID_DAYS * DAY);
      const text = await signedFile(
        {
          ...this.head(signer, partner, { session, expiresAt }),
          round: 1,
          before: '',
          elements: blinded.elements,
          publicKey: keys.publicKey,
        },
        signer.privateKey,
      );
      const id = uuidv7();
      await insertRun(
        tx,
        this.vault,
        {
          id,
          partnerId: partner.id,
          session,
          role: 'first',
          begunAt,
          expiresAt,
          answeredAt: null,
        },
        { keys, blinded, indexKey, theirKey: null, sent: digestOf(text) },
        entriesOf(values, indexKey),
      );
      return { id, action: 'export', files: [text] };
    });
  }

  /**
   * Answers the first file of a partner: writes the second.
   *
   * @throws NotPermittedError, InvalidStateError
   */
  async compare(viewer: Viewer, text: string, write: WriteFile): Promise<void> {
    await this.step(viewer, write, async (tx) => {
      const { partner, file, signer } = await this.read(tx, text);
      if (file.round !== 1) {
        throw new InvalidStateError(refusal('exchange.isAnswer'));
      }
      if (await runOfSession(tx, file.session)) {
        throw new InvalidStateError(refusal('exchange.comparedBefore'));
      }
      await this.mayAnswer(tx, partner, file);
      const values = await this.values(tx, partner);
      const size = paddedSize(values.size);
      const psi = await intersectionOf(file.session, partner.publicKey, signer.publicKey);
      const keys = psi.newKeys();
      const indexKey = randomBytes(32);
      const own = [...values.keys()];
      const blinded = psi.blind(keys, own, size);
      const now = this.now();
      const expiresAt = new Date(
        Math.min(Date.parse(file.expires), now.getTime() + VALID_DAYS * DAY),
      );
      const { session } = file;
      const answer = await signedFile(
        {
          ...this.head(signer, partner, { session, expiresAt }),
          round: 2,
          before: digestOf(text),
          elements: blinded.elements,
          publicKey: keys.publicKey,
          outputs: psi.outputs(keys, own, size),
          ...psi.evaluate(keys, file.elements),
        },
        signer.privateKey,
      );
      const id = uuidv7();
      await insertRun(
        tx,
        this.vault,
        {
          id,
          partnerId: partner.id,
          session,
          role: 'second',
          begunAt: now,
          expiresAt,
          answeredAt: now,
        },
        { keys, blinded, indexKey, theirKey: file.publicKey, sent: digestOf(answer) },
        entriesOf(values, indexKey),
      );
      return { id, action: 'compare', files: [answer] };
    });
  }

  /**
   * Takes the answer of a partner: the second file, to which it writes the third, or the third, which ends the exchange. Women who
   * are on both lists are told of it on their pages.
   *
   * @param write null if nothing is to be written: enough for the third file
   * @throws NotPermittedError, InvalidStateError
   */
  async import(viewer: Viewer, text: string, write: WriteFile | null): Promise<void> {
    await this.step(viewer, write, async (tx) => {
      const { partner, file, signer } = await this.read(tx, text);
      if (file.round === 1) {
        throw new InvalidStateError(refusal('exchange.begins'));
      }
      const isFirst = file.round === 2;
      if (isFirst && !write) {
        throw new InvalidStateError(refusal('exchange.needsAnswer'));
      }
      const run = await runOfSession(tx, file.session);
      const isOurs = run?.partnerId === partner.id && run.role === (isFirst ? 'first' : 'second');
      const opened = run && isOurs ? await openRun(tx, this.vault, run.id) : null;
      if (!run || !opened || run.expiresAt <= this.now()) {
        throw new InvalidStateError(refusal('exchange.answersNone'));
      }
      const { secrets, entries } = opened;
      if (file.before !== secrets.sent) {
        throw new InvalidStateError(refusal('exchange.answersOther'));
      }
      if (isFirst) await this.mayAnswer(tx, partner, file);
      const values = await this.valuesNow(tx, partner);
      const indexOf = (value: string) => valueIndex(secrets.indexKey, value).toString('hex');
      const byIndex = new Map([...values.keys()].map((value) => [indexOf(value), value]));
      const places: (string | null)[] = secrets.blinded.elements.map(() => null);
      for (const { place, valueIndex: index } of entries) {
        places[place] = byIndex.get(index.toString('hex')) ?? null;
      }
      // Of those who were entered, some may not be compared any more. After the third file nothing goes to the partner.
      if (isFirst) {
        mustBeEnough(
          places.map((value) => values.get(value ?? '')),
          partner,
        );
      }
      const [first, second] = isFirst
        ? [signer.publicKey, partner.publicKey]
        : [partner.publicKey, signer.publicKey];
      const psi = await intersectionOf(file.session, first, second);
      const found = await commonOf(psi, places, secrets, file, isFirst ? file.publicKey : null);
      const women = found.flatMap((place) => values.get(places[place] ?? '') ?? []);
      await writeListings(tx, partner.id, [...new Set(women)]);
      await endRun(tx, run.id, { answered: isFirst, now: this.now() });
      const files = isFirst
        ? [await this.third({ psi, secrets, places, run }, { partner, file, signer }, text)]
        : [];
      return { id: run.id, action: 'import', files, women };
    });
  }

  /** The outputs of those who agree still, and the evaluation of the other side's values. */
  private async third(
    {
      psi,
      secrets,
      places,
      run,
    }: {
      readonly psi: Intersection;
      readonly secrets: RunSecrets;
      readonly places: readonly (string | null)[];
      readonly run: ExchangeRun;
    },
    { partner, file, signer }: Incoming,
    text: string,
  ): Promise<string> {
    const { keys, blinded } = secrets;
    const own = places.filter((value) => value !== null);
    return signedFile(
      {
        ...this.head(signer, partner, run),
        round: 3,
        before: digestOf(text),
        outputs: psi.outputs(keys, own, blinded.elements.length),
        ...psi.evaluate(keys, file.elements),
      },
      signer.privateKey,
    );
  }

  /** One step of an exchange, audited; its file is written last, so that nothing is kept if that fails. */
  private async step(
    viewer: Viewer,
    write: WriteFile | null,
    work: (tx: Transaction) => Promise<{
      readonly id: string;
      readonly action: 'export' | 'compare' | 'import';
      readonly files: readonly string[];
      readonly women?: readonly string[];
    }>,
  ): Promise<void> {
    authorise(viewer, 'run', { kind: 'exchange', networkId: null });
    await this.database.transaction(async (tx) => {
      const { id, action, files, women } = await work(tx);
      await recordAudit(tx, viewer, [
        changeRecord(`exchange.${action}`, 'exchange', null, {
          id,
          files: files.map(digestOf),
          women,
        }),
      ]);
      for (const text of files) await write?.(text);
    });
  }

  /** Whose file it is, and whether it is for this installation, whole, not too old and no larger than agreed. @throws InvalidStateError */
  private async read(tx: Transaction, text: string): Promise<Incoming> {
    const key = signerOf(text);
    const signer = await this.signer(tx);
    const own = await tx.query('SELECT FROM installation_key WHERE public_key = $1', [key]);
    if (own.length > 0) {
      throw new InvalidStateError(refusal('exchange.writtenHere'));
    }
    const partner = await partnerWithKey(tx, key);
    if (!partner) {
      throw new InvalidStateError(refusal('exchange.untrusted', { key: key.slice(0, 43) }));
    }
    const file = await readFile(text, partner.publicKey);
    if (file.to.key !== signer.publicKey || file.from.key !== partner.publicKey) {
      throw new InvalidStateError(refusal('exchange.otherInstallation'));
    }
    if (Date.parse(file.expires) <= this.now().getTime()) {
      throw new InvalidStateError(refusal('exchange.expired', { day: file.expires.slice(0, 10) }));
    }
    // Its outputs are of values, too, and each is compared with those of here.
    const values = Math.max(file.elements.length, file.outputs.length);
    const { name, most } = partner;
    if (values > paddedSize(most)) {
      throw new InvalidStateError(refusal('exchange.tooLong', { values, most, name }));
    }
    return { partner, file, signer };
  }

  /** @throws InvalidStateError where the partner asks too soon, or for what cannot be evaluated */
  private async mayAnswer(
    tx: Transaction,
    { id, name }: ExchangePartner,
    { elements, publicKey }: ExchangeFile,
  ): Promise<void> {
    const last = await lastAnswer(tx, id);
    const next = last && new Date(last.getTime() + REST_DAYS * DAY);
    if (last && next && next > this.now()) {
      throw new InvalidStateError(
        refusal('exchange.answeredLast', { name, last: dayOf(last), next: dayOf(next) }),
      );
    }
    if (!(await areElements([...elements, publicKey]))) {
      throw new InvalidStateError(NOT_BY_PROTOCOL);
    }
  }

  /** The values to compare, each with the woman that has it. @throws InvalidStateError where they are too few or too many */
  private async values(tx: Transaction, partner: ExchangePartner): Promise<Map<string, string>> {
    const { name, most } = partner;
    const values = await this.valuesNow(tx, partner);
    mustBeEnough([...values.values()], partner);
    if (values.size > most) {
      throw new InvalidStateError(refusal('exchange.tooMany', { most, name }));
    }
    return values;
  }

  private valuesNow(tx: Transaction, partner: ExchangePartner): Promise<Map<string, string>> {
    const { contacts, vault } = this;
    return comparedValues(tx, { contacts, vault }, SYSTEM, partner);
  }

  private async signer(tx: Transaction): Promise<Signer> {
    const signer = await this.keys.signer(tx);
    if (signer) return signer;
    throw new InvalidStateError(refusal('exchange.noKey'));
  }

  private head(
    { address, publicKey }: Signer,
    { name, publicKey: theirs }: ExchangePartner,
    { session, expiresAt }: { readonly session: string; readonly expiresAt: Date },
  ) {
    return {
      session,
      from: { installation: address, key: publicKey },
      to: { installation: name, key: theirs },
      expires: expiresAt.toISOString(),
    };
  }
}

/** @param women whose values go to the partner, each as often as she has one; undefined for a value that is not compared any more */
function mustBeEnough(
  women: readonly (string | undefined)[],
  { name }: Pick<ExchangePartner, 'name'>,
): void {
  if (new Set(women.filter((id) => id !== undefined)).size >= LEAST_WOMEN) return;
  throw new InvalidStateError(refusal('exchange.tooFew', { least: LEAST_WOMEN, name }));
}

function entriesOf(values: ReadonlyMap<string, string>, indexKey: Uint8Array): Entry[] {
  return [...values].map(([value, mediatorId], place) => ({
    place,
    mediatorId,
    valueIndex: valueIndex(indexKey, value),
  }));
}

const SYSTEM = systemViewer('exchange');
