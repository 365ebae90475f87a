import type { Transaction } from '#database';
import type { PersonalDataPart, Viewer } from '#identity';

/** Every part of what is held about a woman: what she is given, and what goes when she is erased. */
export class PersonalDataParts {
  private readonly known: PersonalDataPart[] = [];

  constructor(parts: readonly PersonalDataPart[]) {
    this.add(parts);
  }

  get parts(): readonly PersonalDataPart[] {
    return this.known;
  }

  /** Takes in the parts of a module above this one. */
  add(parts: readonly PersonalDataPart[]): void {
    this.known.push(...parts);
    const names = new Set(this.known.map(({ name }) => name));
    if (names.size < this.known.length)
      throw new Error('Two parts of the held data have one name.');
  }

  /** All of it, by part. */
  async read(
    tx: Transaction,
    viewer: Viewer,
    mediatorId: string,
  ): Promise<Record<string, unknown>> {
    const held: Record<string, unknown> = {};
    for (const part of this.parts) held[part.name] = await part.read(tx, viewer, mediatorId);
    return held;
  }

  /**
   * Removes what does not go with her row by itself.
   *
   * @param except names of parts that stay
   */
  async removeApart(
    tx: Transaction,
    mediatorId: string,
    except: readonly string[] = [],
  ): Promise<void> {
    for (const { name, erasure } of this.parts) {
      if (!except.includes(name) && typeof erasure === 'function') await erasure(tx, mediatorId);
    }
  }
}
