import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Makes and checks hashes of passwords. */
export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;
  abstract verify(hashed: string, password: string): Promise<boolean>;
  /** Whether a hash was made with less work than is asked for now. */
  abstract isOutdated(hashed: string): boolean;
}

export interface Argon2Parameters {
  /** KiB. */
  readonly memoryCost: number;
  /** Passes. */
  readonly timeCost: number;
  readonly parallelism: number;
}

/** The least that OWASP's Password Storage Cheat Sheet recommends for argon2id: m=19456 (19 MiB), t=2, p=1. */
export const OWASP_PARAMETERS: Argon2Parameters = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** argon2id, the standard algorithm of the library. */
export class Argon2Hasher implements PasswordHasher {
  constructor(private readonly parameters: Argon2Parameters = OWASP_PARAMETERS) {}

  async hash(password: string): Promise<string> {
    return hash(composed(password), this.parameters);
  }

  async verify(hashed: string, password: string): Promise<boolean> {
    return verify(hashed, composed(password));
  }

  isOutdated(hashed: string): boolean {
    const made = parseOptions(hashed);
    const { memoryCost, timeCost } = this.parameters;
    return made.memoryCost < memoryCost || made.timeCost < timeCost;
  }
}

/** The same letters typed on another keyboard may come in other code points. */
function composed(password: string): string {
  return password.normalize('NFC');
}
