import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { DELIVER_WAKE_UP } from '../../../platform/jobs/deliver-wakeup.ts';
import { recordSettingChange } from '../setting-change.ts';
import { appendDeliveries } from './change.append.ts';
import type { ChangeRow } from './change.row.ts';
import { connectorOf } from './source.connector.ts';
import { findSource } from './source.registry.ts';

const MOST = 10_000;

/** What is put in line again. */
export interface Replayed {
  replayed: number;
  userErrors: UserErrorValue[];
}

/**
 * Puts the changes of a source from an instant on in line once more, in their order and behind what waits of the same dossiers. Each keeps its
 * id, so that a system which has it already has nothing to do. Recorded with who asked.
 */
export async function replayChanges({ hub, viewer }: HubContext, source: string, from: Date): Promise<Replayed> {
  const result = await hub.db.transaction(async (sql): Promise<Replayed> => {
    const row = await findSource(sql, source, 'FOR UPDATE');
    if (row === undefined) return { replayed: 0, userErrors: [notFound('source')] };
    if (row.mode !== 'WEBHOOK') return { replayed: 0, userErrors: [POLLS] };
    const changes = await sql.query<ChangeRow>(
      `SELECT * FROM integration.source_change WHERE source = $1 AND at >= $2 ORDER BY sequence LIMIT ${MOST + 1}`,
      [source, from],
    );
    if (changes.length > MOST) return { replayed: 0, userErrors: [TOO_MANY] };
    await appendDeliveries(sql, hub, changes);
    const what = { at: hub.clock.now(), actor: viewer.subject, setting: 'source.replayed', target: source };
    await recordSettingChange(sql, { ...what, from: from.toISOString(), to: changes.length });
    return { replayed: changes.length, userErrors: [] };
  });
  if (result.replayed > 0) await hub.wakeUps.wake(DELIVER_WAKE_UP, { connector: connectorOf(source) });
  return result;
}

const POLLS = userError(
  'INVALID',
  {
    vi: 'Hệ thống này tự lấy thay đổi: hãy dùng sourceChanges với con trỏ cũ.',
    en: 'This system polls: ask sourceChanges with an earlier cursor.',
  },
  ['source'],
);
const TOO_MANY = userError(
  'INVALID',
  {
    vi: `Quá ${MOST} thay đổi kể từ thời điểm đó: hãy chọn thời điểm muộn hơn.`,
    en: `More than ${MOST} changes since then: choose a later instant.`,
  },
  ['from'],
);
