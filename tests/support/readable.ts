import type { Platform } from '../../src/platform/platform.ts';

/** Waits until all that was put out so far may be read: until no transaction that is older is open in the test's own database. */
export async function readable({ db }: Pick<Platform, 'db'>): Promise<void> {
  for (;;) {
    const [end] = await db.query<{ horizon: string }>('SELECT outbox.horizon()::text AS horizon');
    const [fenced] = await db.query<{ count: number }>('SELECT count(*)::int AS count FROM outbox.event WHERE tx >= $1::xid8', [
      end?.horizon ?? '0',
    ]);
    if (fenced?.count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
