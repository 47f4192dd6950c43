import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { boundOf, hasRole } from '../../platform/auth/viewer.ts';
import { userError } from '../../platform/errors.ts';
import { checkBatch } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { type AlertRule, type AlertKind as Kind, readAlertRules } from './alert.rule.ts';
import { readAlerts } from './alert.service.ts';
import { alertText } from './alert.text.ts';
import { Alert, AlertKind, AlertRulePayload, AlertRuleType } from './alert.type.ts';
import { requireProvinceAdministrator } from './breaker.resolver.ts';
import { recordSettingChange } from './setting-change.ts';
import { requireRole, WATCHERS } from './synchronization.access.ts';

/** Of providers and accounts, and of no unit: a unit's accountant sees its own gaps where statements are. */
const OF_STATEMENTS: readonly Kind[] = ['STATEMENT_MISSING', 'ACCOUNT_STATEMENT_MISSING'];
const MOST_SHOWN = 100;
const HIGHEST_THRESHOLD = 100_000;

@Resolver(() => Alert)
export class AlertResolver {
  @Query(() => [Alert], {
    description: "What operators must know of, newest first; the province's ACCOUNTANT sees what there is of statements (các cảnh báo).",
  })
  async alerts(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('open', () => Boolean, {
      nullable: true,
      description: 'true: those alone that hold on; false: those that are over; left out: all.',
    })
    open: boolean | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 100 at most.' }) first: number,
  ): Promise<Alert[]> {
    requireRole(viewer, [...WATCHERS, 'ACCOUNTANT']);
    checkBatch('first', first, MOST_SHOWN);
    const kinds = hasRole(viewer, ...WATCHERS) ? null : boundOf(viewer, 'ACCOUNTANT') === 'ALL' ? OF_STATEMENTS : [];
    const alerts = await readAlerts(hub.db, { open: open ?? null, kinds, limit: Math.max(0, first) });
    return alerts.map((alert) => ({ ...alert, id: toGlobalId('alert', alert.id) }));
  }

  @FieldResolver(() => String, { description: 'What it says (nội dung).' })
  message(@Ctx() { language }: HubContext, @Root() alert: Alert): string {
    return alertText(alert)[language];
  }

  @Query(() => [AlertRuleType], { description: 'When alerts are raised (các ngưỡng cảnh báo).' })
  alertRules(@Ctx() { hub, viewer }: HubContext): Promise<AlertRule[]> {
    requireRole(viewer, [...WATCHERS, 'ADMINISTRATOR']);
    return readAlertRules(hub.db);
  }

  @Mutation(() => AlertRulePayload, { description: 'Changes when an alert is raised (đặt ngưỡng cảnh báo). By a province administrator.' })
  async setAlertRule(
    @Ctx() context: HubContext,
    @Arg('kind', () => AlertKind, { description: 'Of which alert.' }) kind: Kind,
    @Arg('threshold', () => Int, {
      description: 'Minutes; of SENT_NOT_RECEIVED, synchronizations; of STATEMENT_MISSING and ACCOUNT_STATEMENT_MISSING, statements.',
    })
    threshold: number,
    @Arg('enabled', () => Boolean, { defaultValue: true, description: 'Whether it is raised at all.' }) enabled: boolean,
  ): Promise<AlertRulePayload> {
    requireProvinceAdministrator(context);
    if (threshold < 0 || threshold > HIGHEST_THRESHOLD) return { rule: null, userErrors: [OUT_OF_RANGE] };
    return { rule: await change(context, { kind, threshold, enabled }), userErrors: [] };
  }
}

const OUT_OF_RANGE = userError(
  'INVALID',
  { vi: `Ngưỡng từ 0 đến ${HIGHEST_THRESHOLD}.`, en: `The threshold must be 0 to ${HIGHEST_THRESHOLD}.` },
  ['threshold'],
);

async function change({ hub, viewer }: HubContext, to: Pick<AlertRule, 'kind' | 'threshold' | 'enabled'>): Promise<AlertRule> {
  return hub.db.transaction(async (sql) => {
    const [before] = await sql.query<AlertRule>('SELECT * FROM integration.alert_rule WHERE kind = $1 FOR UPDATE', [to.kind]);
    if (before === undefined) throw new Error(`no rule for ${to.kind}`);
    await sql.query('UPDATE integration.alert_rule SET threshold = $2, enabled = $3 WHERE kind = $1', [to.kind, to.threshold, to.enabled]);
    const shown = ({ threshold, enabled }: Pick<AlertRule, 'threshold' | 'enabled'>) => ({ threshold, enabled });
    const what = { actor: viewer.subject, setting: 'alertRule', target: to.kind, from: shown(before), to: shown(to) };
    await recordSettingChange(sql, { ...what, at: hub.clock.now() });
    return { ...before, ...to };
  });
}
