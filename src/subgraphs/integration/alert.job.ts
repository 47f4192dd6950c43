import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import type { Platform } from '../../platform/platform.ts';
import { toLocalIso } from '../../platform/time.ts';
import { workingDays } from '../../platform/working-days.ts';
import { takeAccountGaps } from './account-gap.ts';
import { type KeptAlert, markTold, untoldAlerts, watchAlerts } from './alert.service.ts';
import { alertText } from './alert.text.ts';
import { takeStatementGaps } from './statement-gap.ts';
import { takeStatementSources } from './statement-source.ts';

const EVERY_MS = 60_000;
/** So long after its start a process raises nothing: what waited while the hub was off is on its way. */
const SETTLING_S = 300;
const WEBHOOK_TIMEOUT_MS = 10_000;

/** Tells what is not told yet: to the log, and to the webhook where there is one; what it does not take is told again. */
export async function tellAlerts(hub: Platform, send: typeof fetch = fetch): Promise<void> {
  for (const alert of await untoldAlerts(hub.db)) {
    const { kind, target, details } = alert;
    const level = alert.recoveredAt === null ? 'warn' : 'info';
    hub.log[level]({ alert: kind, target, details }, alert.recoveredAt === null ? 'an alert was raised' : 'an alert is over');
    if (await reachWebhook(hub, alert, send)) await markTold(hub.db, alert);
  }
}

async function reachWebhook(hub: Platform, alert: KeptAlert, send: typeof fetch): Promise<boolean> {
  const url = hub.config.alertWebhookUrl;
  if (url === undefined) return true;
  const { id, kind, target, details, raisedAt, recoveredAt } = alert;
  const state = recoveredAt === null ? 'RAISED' : 'RECOVERED';
  const times = { raisedAt: toLocalIso(raisedAt), recoveredAt: recoveredAt === null ? null : toLocalIso(recoveredAt) };
  const body = JSON.stringify({ id, state, kind, target, details, ...times, text: alertText(alert)[hub.config.alertLanguage] });
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
    });
    return response.ok;
  } catch (error) {
    hub.log.warn({ alert: kind, error: (error as Error).name }, 'the webhook for alerts did not answer');
    return false;
  }
}

/** One look, by a process that has run for so many seconds. */
export async function lookOut(hub: Platform, runningS: number): Promise<void> {
  await takeStatementGaps(hub);
  await takeAccountGaps(hub);
  await takeStatementSources(hub);
  if (runningS >= SETTLING_S) {
    await workingDays(hub);
    await watchAlerts(hub);
  }
  await tellAlerts(hub);
}

/** Watches what must not stay as it is. */
export const alertJob = defineJob({
  name: 'integration.alerts',
  input: z.object({}),
  key: () => 'all',
  attempts: 2,
  backoffMs: 5_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  run: (hub) => lookOut(hub, process.uptime()),
});
