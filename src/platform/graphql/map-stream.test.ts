import { expect, it } from 'vitest';
import { mapStream } from './map-stream.ts';

async function* numbers(upTo: number): AsyncGenerator<number> {
  for (let n = 0; n < upTo; n++) yield n;
}

/** Yields once, then waits for ever. */
async function* quiet(): AsyncGenerator<number> {
  yield 1;
  await new Promise(() => undefined);
}

it('maps each event and ends with the source', async () => {
  const seen: number[] = [];
  for await (const value of mapStream(numbers(3), async (n) => n * 2)) seen.push(value);
  expect(seen).toEqual([0, 2, 4]);
});

it('passes errors of the source and of the mapping on', async () => {
  const failing = mapStream(numbers(1), () => {
    throw new Error('mapping');
  });
  await expect(failing.next()).rejects.toThrow('mapping');
});

it('can be left while it waits', async () => {
  let left = 0;
  const stream = mapStream(
    quiet(),
    (n) => n,
    () => {
      left += 1;
    },
  );
  expect(await stream.next()).toEqual({ done: false, value: 1 });
  const waiting = stream.next();
  await stream.return(undefined);
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(await stream.next()).toEqual({ done: true, value: undefined });
  await stream.return(undefined);
  expect(left).toBe(1);
});
