import { ConflictError } from '#kernel';
import { refusal } from '#messages';

const UNIQUE_VIOLATION = '23505';

/** Of two who make an account of one address or one profile at the same moment, the second is told so. @throws ConflictError */
export async function conflictWhereTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown };
    if (code !== UNIQUE_VIOLATION) throw error;
    throw new ConflictError(refusal('accounts.takenOrProfile'));
  }
}
