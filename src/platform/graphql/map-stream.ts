/**
 * Maps a stream of events. Unlike an async generator it can be left while it waits for the next event: `return` ends it at
 * once, for the reader who waits too, and passes the news on to the source.
 */
export function mapStream<T, U>(source: AsyncIterable<T>, map: (value: T) => U | Promise<U>, onLeave?: () => void): AsyncGenerator<U> {
  const iterator = source[Symbol.asyncIterator]();
  const end: IteratorReturnResult<undefined> = { done: true, value: undefined };
  let left = false;
  let leave = (): void => undefined;
  const leaving = new Promise<typeof end>((resolve) => {
    leave = () => resolve(end);
  });
  const finish = (): void => {
    if (left) return;
    left = true;
    leave();
    onLeave?.();
    // Not waited for: a source in the middle of waiting answers only at its next event, and nobody listens any more.
    iterator.return?.().catch(() => undefined);
  };
  const step = async (): Promise<IteratorResult<U, undefined>> => {
    try {
      const next = await iterator.next();
      if (left || next.done === true) return end;
      return { done: false, value: await map(next.value) };
    } catch (error) {
      if (left) return end;
      throw error;
    }
  };
  return {
    next: () => (left ? Promise.resolve(end) : Promise.race([step(), leaving])),
    return: async () => {
      finish();
      return end;
    },
    throw: async (error: unknown) => {
      finish();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => finish(),
  };
}
