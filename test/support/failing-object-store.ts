import type { ObjectStore } from '../../functions/shared/domain/object-store.ts';

export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
}

/** Says, call by call, whether the call fails before it did anything, or after it did its work. */
export type FailureChoice = () => 'before' | 'after' | 'never';

/** A store whose calls fail as the network, or a killed process, makes them fail. */
export function failingObjectStore(store: ObjectStore, choose: FailureChoice): ObjectStore {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name === 'list') return member.bind(target);
      return async (...args: unknown[]) => {
        const choice = choose();
        if (choice === 'before') throw new StoreFailure(`before ${String(name)}`);
        const result: unknown = await Reflect.apply(member, target, args);
        if (choice === 'after') throw new StoreFailure(`after ${String(name)}`);
        return result;
      };
    },
  });
}
