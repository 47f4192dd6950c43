/** What is read once for each owner and kept for a while. */
export interface Kept<Owner extends object, T> {
  of(owner: Owner): Promise<T>;
  /** The next who asks reads anew. */
  forget(owner: Owner): void;
}

/** Keeps what `read` answers for so many milliseconds; a failure is not kept. */
export function keptFor<Owner extends object, T>(milliseconds: number, read: (owner: Owner) => Promise<T>): Kept<Owner, T> {
  const all = new WeakMap<Owner, { value: Promise<T>; readAt: number }>();
  return {
    of(owner) {
      const known = all.get(owner);
      if (known !== undefined && Date.now() - known.readAt < milliseconds) return known.value;
      const made = { value: read(owner), readAt: Date.now() };
      all.set(owner, made);
      made.value.catch(() => {
        if (all.get(owner) === made) all.delete(owner);
      });
      return made.value;
    },
    forget: (owner) => void all.delete(owner),
  };
}
