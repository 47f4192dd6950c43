import { hasRole } from '../../platform/auth/viewer.ts';
import { notFound, type UserErrorValue, userError } from '../../platform/errors.ts';
import { checkBatch } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { DELIVER_WAKE_UP } from '../../platform/jobs/deliver-wakeup.ts';
import { isConnector } from './connector.service.ts';
import { MENDERS, VISIBLE, visibilityOf } from './synchronization.access.ts';

const LARGEST_BATCH = 1_000;

/** What is to be sent again: everything that all given parts describe. */
export interface RetryRequest {
  ids: readonly string[] | null | undefined;
  connector: string | null | undefined;
  errorCode: string | null | undefined;
}

export interface RetryResult {
  retried: number;
  userErrors: UserErrorValue[];
}

/**
 * Puts parked synchronizations, and those that wait for their next attempt, back in line at once. An id
 * that the viewer may not mend refuses the whole call, so that nothing is half done.
 */
export async function retrySynchronizations(context: HubContext, request: RetryRequest): Promise<RetryResult> {
  const refused = await refusalsOf(context, request);
  if (refused.length > 0) return { retried: 0, userErrors: refused };
  const { hub, viewer } = context;
  const connectors = await hub.db.transaction(async (sql) => {
    const mended = await sql.query<{ connector: string }>(
      `UPDATE integration.delivery SET state = 'RETRYING', next_attempt_at = NULL
       WHERE ${VISIBLE} AND state IN ('PARKED', 'RETRYING')
         AND ($5::uuid[] IS NULL OR key = ANY($5)) AND ($6::text IS NULL OR connector = $6) AND ($7::text IS NULL OR error_code = $7)
       RETURNING connector`,
      [
        ...visibilityOf(context, MENDERS),
        keysOf(request)?.filter((key) => key !== undefined) ?? null,
        request.connector ?? null,
        request.errorCode ?? null,
      ],
    );
    // A person says that it works again: it is tried now, not when the connector's rest is over.
    if (hasRole(viewer, 'OPERATOR')) {
      await sql.query(`UPDATE integration.connector SET open_until = NULL, rest_until = NULL WHERE id = ANY($1::text[])`, [
        mended.map(({ connector }) => connector),
      ]);
    }
    return mended.map(({ connector }) => connector);
  });
  for (const connector of new Set(connectors)) await hub.wakeUps.wake(DELIVER_WAKE_UP, { connector });
  return { retried: connectors.length, userErrors: [] };
}

function keysOf({ ids }: RetryRequest): (string | undefined)[] | undefined {
  return ids?.map((id) => fromGlobalId('synchronization', id));
}

async function refusalsOf(context: HubContext, request: RetryRequest): Promise<UserErrorValue[]> {
  const { ids, connector, errorCode } = request;
  if (ids == null && connector == null && errorCode == null) {
    return [
      userError('INVALID', { vi: 'Cần một trong ba: ids, connector hoặc errorCode.', en: 'Give ids, connector or errorCode.' }, ['ids']),
    ];
  }
  if (connector != null && !(await isConnector(context.hub, connector))) return [notFound('connector')];
  const keys = keysOf(request);
  if (keys === undefined) return [];
  checkBatch('ids', keys.length, LARGEST_BATCH);
  const found = await context.hub.db.query<{ key: string }>(
    `SELECT key FROM integration.synchronization WHERE ${VISIBLE} AND key = ANY($5::uuid[])`,
    [...visibilityOf(context, MENDERS), keys.filter((key) => key !== undefined)],
  );
  const known = new Set(found.map(({ key }) => key));
  return keys.flatMap((key, at) => (key !== undefined && known.has(key) ? [] : [{ ...notFound('ids'), field: ['ids', String(at)] }]));
}
