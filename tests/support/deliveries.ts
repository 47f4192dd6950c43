import type { TestHub } from './hub.ts';

/** Something that was put out to be delivered. */
export interface Delivery {
  subject: string;
  kind: string;
  operation: string;
  sequence: number;
}

/** What was put out for a dossier, in order. */
export const deliveriesOf = ({ platform }: Pick<TestHub, 'platform'>, code: unknown): Promise<Delivery[]> =>
  platform.db.query<Delivery>(
    `SELECT subject, kind, operation, sequence FROM outbox.event WHERE connector IS NOT NULL AND subject = $1 ORDER BY id`,
    [code],
  );

/** The services by which it was put out, in order. */
export const operationsOf = async (hub: Pick<TestHub, 'platform'>, code: unknown): Promise<string[]> =>
  (await deliveriesOf(hub, code)).map(({ operation }) => operation);
