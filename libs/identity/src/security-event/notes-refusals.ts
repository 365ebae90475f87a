import type { SecurityEvents } from './security-events.js';

/**
 * Notes what a method refuses, the graph's mutation as its operation: pages show some refusals in their forms, and nobody else
 * hears of them. The method's first parameter is the viewer.
 */
export function NotesRefusals(operation: string) {
  return <Method extends (viewer: never, ...rest: never[]) => Promise<unknown>>(
    _target: { readonly securityEvents: SecurityEvents },
    _name: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const { value: method } = descriptor;
    if (!method) return;
    const noting = async function noting(
      this: { readonly securityEvents: SecurityEvents },
      ...args: Parameters<Method>
    ) {
      try {
        return await method.apply(this, args);
      } catch (error) {
        this.securityEvents.note(error, args[0], operation);
        throw error;
      }
    };
    descriptor.value = noting as unknown as Method;
  };
}
