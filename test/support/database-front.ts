import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A PostgreSQL behind an address of its own, which goes away, freezes and comes back as a test says. */
export class DatabaseFront {
  private readonly sockets = new Set<Socket>();
  private isAway = false;
  private isFrozen = false;
  private atCommit: (() => void) | null = null;

  private constructor(
    private readonly behind: () => string,
    private readonly server: Server,
  ) {}

  /** @param behind the address of the database, asked for each connection: one that starts again has another */
  static async open(behind: () => string): Promise<DatabaseFront> {
    const server = createServer();
    const front = new DatabaseFront(behind, server);
    server.on('connection', (socket) => front.take(socket));
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready);
    });
    return front;
  }

  get url(): string {
    const url = new URL(this.behind());
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Every connection breaks, and none comes about. */
  goAway(): void {
    this.isAway = true;
    this.breakAll();
  }

  /** Connections come about, and nothing is answered on any. */
  freeze(): void {
    this.isFrozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** Freezes, or does what it is told, once the next COMMIT has gone through: PostgreSQL commits, and nobody hears of it. */
  afterCommit(act: () => void = () => this.freeze()): void {
    this.atCommit = act;
  }

  comeBack(): void {
    this.isAway = false;
    // What was asked while it was frozen has been given up.
    if (this.isFrozen) this.breakAll();
    this.isFrozen = false;
  }

  /** Every connection breaks; others come about at once. */
  breakAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.breakAll();
    await new Promise((closed) => {
      this.server.close(closed);
    });
  }

  private take(socket: Socket): void {
    if (this.isAway) {
      socket.destroy();
      return;
    }
    const { port, hostname } = new URL(this.behind());
    const behind = connect(Number(port), hostname);
    socket.on('data', (sent) => {
      if (!this.atCommit || !sent.includes('COMMIT')) return;
      const act = this.atCommit;
      this.atCommit = null;
      // What PostgreSQL answers stays here: then it has committed.
      behind.unpipe(socket);
      behind.once('data', () => act());
      behind.resume();
    });
    for (const [one, other] of [
      [socket, behind],
      [behind, socket],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
      if (this.isFrozen) one.pause();
    }
  }
}
