import fastifyCookie from '@fastify/cookie';
import type { Settings } from '#config';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface CookieScope {
  readonly sameSite: 'strict' | 'lax';
  /** Seconds; 0 takes it away. */
  readonly maxAge: number;
}

/** A cookie that no script reads. Where we are reached by https, its name binds it to this host and to https. */
export class HostCookie {
  private readonly name: string;
  private readonly secure: boolean;

  constructor(name: string, { publicUrl }: Pick<Settings, 'publicUrl'>) {
    this.secure = publicUrl.startsWith('https:');
    this.name = this.secure ? `__Host-${name}` : name;
  }

  of({ headers }: FastifyRequest): string | undefined {
    return fastifyCookie.parse(headers.cookie ?? '')[this.name];
  }

  set(reply: FastifyReply, value: string, { sameSite, maxAge }: CookieScope): void {
    const { secure } = this;
    const options = { path: '/', httpOnly: true, secure, sameSite, maxAge } as const;
    void reply.header('set-cookie', fastifyCookie.serialize(this.name, value, options));
  }
}
