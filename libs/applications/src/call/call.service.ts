import { CLOCK } from '#config';
import { Database, listPage, type Transaction } from '#database';
import { NetworkService, type NetworkView } from '#directory';
import { authorise, changeRecord, hidden, may, recordAudit, type Viewer } from '#identity';
import { ConflictError, dayOf, type ListPage, type ListResult, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { CALL_STATES, CALL_STEPS, type CallState, type CallStep } from './call-steps.js';
import { phaseOf, toCallView, type CallDraft, type CallPhase, type CallView } from './call-view.js';
import { checkedCall } from './check-call.js';
import { MembershipCallEntity } from './membership-call.entity.js';

/** A call as everyone may read it on its page. */
export interface PublicCall {
  readonly call: CallView;
  readonly network: NetworkView;
  /** Whether it takes applications today. */
  readonly phase: CallPhase;
}

/** A network with its calls that are not over. */
export interface NetworkCalls {
  readonly network: NetworkView;
  readonly calls: readonly CallView[];
}

/** Calls of networks for new members. */
@Injectable()
export class CallService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkService,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** The calls of a network, the oldest first. @throws NotPermittedError */
  async list(
    viewer: Viewer,
    networkId: string,
    page: ListPage,
    states: readonly CallState[] = CALL_STATES,
  ): Promise<ListResult<CallView>> {
    authorise(viewer, 'read', { kind: 'call', networkId });
    const repository = this.database.manager.getRepository(MembershipCallEntity);
    const where = { networkId, state: In([...states]) };
    const result = await listPage(repository, 'id', { where }, page);
    return { ...result, items: result.items.map(toCallView) };
  }

  /** One call, for the coordinators of its network. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<CallView> {
    // What is of other networks is not even read.
    const networkId = In([...viewer.networkIds]);
    const found = await this.database.manager.findOneBy(MembershipCallEntity, { id, networkId });
    if (!found || !may(viewer, 'read', { kind: 'call', networkId: found.networkId })) {
      throw hidden(viewer, 'call');
    }
    return toCallView(found);
  }

  /**
   * A call at the address of its page, whether or not it takes applications now.
   *
   * @throws NotFoundError for a draft, an unknown one, or one of another network or of one that is archived
   */
  async atAddress(slug: string, id: string): Promise<PublicCall> {
    const network = await this.networks.bySlug(slug);
    const found = network && (await this.database.manager.findOneBy(MembershipCallEntity, { id }));
    if (
      !network ||
      network.archived ||
      found?.networkId !== network.id ||
      found.state === 'draft'
    ) {
      throw new NotFoundError('call');
    }
    const call = toCallView(found);
    return { call, network, phase: phaseOf(call, this.today()) };
  }

  /**
   * The calls of a network that take applications now or will, the oldest first, as everyone may read them.
   *
   * @throws NotFoundError for a network that is unknown or archived
   */
  async openOf(slug: string): Promise<NetworkCalls> {
    const network = await this.networks.bySlug(slug);
    if (!network || network.archived) throw new NotFoundError('network');
    const found = await this.database.manager.find(MembershipCallEntity, {
      where: { networkId: network.id, state: 'open' },
      order: { id: 'ASC' },
    });
    const calls = found.map(toCallView);
    return { network, calls: calls.filter((call) => phaseOf(call, this.today()) !== 'over') };
  }

  /** Writes a call down, as a draft. @throws NotPermittedError, InvalidInputError */
  async create(viewer: Viewer, networkId: string, input: CallDraft): Promise<CallView> {
    authorise(viewer, 'create', { kind: 'call', networkId });
    const draft = columnsOf(checkedCall(input));
    return this.database.transaction(async (tx) => {
      const id = uuidv7();
      const createdBy = viewer.name;
      await tx.manager.insert(MembershipCallEntity, { ...draft, id, networkId, createdBy });
      const view = await viewOf(tx, id);
      await recordAudit(tx, viewer, [changeRecord('call.create', 'call', null, view)]);
      return view;
    });
  }

  /**
   * Changes what is given, and nothing else.
   *
   * @param revision the one that the editor saw
   * @throws NotFoundError, ConflictError, InvalidInputError
   */
  async edit(
    viewer: Viewer,
    id: string,
    revision: number,
    changes: Partial<CallDraft>,
  ): Promise<CallView> {
    return this.step(viewer, id, revision, 'edit', changes);
  }

  /** Lets its page take applications from its first day on. @throws as `edit`, InvalidStateError */
  async open(viewer: Viewer, id: string, revision: number): Promise<CallView> {
    return this.step(viewer, id, revision, 'open', {});
  }

  /** Ends it. Whoever has applied is answered all the same. @throws as `edit`, InvalidStateError */
  async close(viewer: Viewer, id: string, revision: number): Promise<CallView> {
    return this.step(viewer, id, revision, 'close', {});
  }

  private async step(
    viewer: Viewer,
    id: string,
    revision: number,
    step: CallStep,
    changes: Partial<CallDraft>,
  ): Promise<CallView> {
    return this.database.transaction(async (tx) => {
      const held = await tx.manager.findOne(MembershipCallEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const action = CALL_STEPS.action(step);
      if (!held || !may(viewer, action, { kind: 'call', networkId: held.networkId })) {
        throw hidden(viewer, 'call');
      }
      if (held.revision !== revision) throw new ConflictError(CHANGED_MEANWHILE);
      const before = toCallView(held);
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      const draft = checkedCall({ ...before, ...Object.fromEntries(given) });
      const { closesOn } = draft;
      const state = CALL_STEPS.take(step, held.state, { closesOn, today: this.today() });
      const columns = { ...columnsOf(draft), state, revision: revision + 1 };
      await tx.manager.update(MembershipCallEntity, { id }, columns);
      const view = await viewOf(tx, id);
      await recordAudit(tx, viewer, [changeRecord(CALL_STEPS.audit(step), 'call', before, view)]);
      return view;
    });
  }

  private today(): string {
    return dayOf(this.now());
  }
}

const CHANGED_MEANWHILE = refusal('calls.changed');

function columnsOf({ titles, criteria, languages, opensOn, closesOn }: CallDraft) {
  return { titles, criteria, languages: [...languages], opensOn, closesOn };
}

async function viewOf(tx: Transaction, id: string): Promise<CallView> {
  return toCallView(await tx.manager.findOneByOrFail(MembershipCallEntity, { id }));
}
