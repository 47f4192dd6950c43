import { createHmac, randomBytes } from 'node:crypto';
import { UpstreamError } from '../contract/errors.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import type { PortalDossier, PortalTask } from '../contract/portal.ts';
import type { PortalConfig } from './config.ts';
import { inLanes } from './deliver.round.ts';
import { isRecord } from './transport.answer.ts';
import type { PortalService } from './transport.service.ts';

const SERVICE = 'TraCuuTechID';
/** So long an answer is taken as it was; an account may be opened any day, and is never closed for another one. */
const KEPT_MS = { found: 24 * 3_600_000, none: 6 * 3_600_000 };
const MOST_KEPT = 50_000;
/** A look-up is a courtesy: it gets no more of a delivery's time than this, and no more patience than this. */
const BUDGET_MS = 2_000;
const PATIENCE_MS = 2_000;
/** So many refusals in a row, or a portal that is away, and nobody is asked for a while. */
const FAILURES = 3;
const REST_MS = 600_000;

/** Puts the owner's account at the portal (`MaDoiTuong`) into tasks that lack it. */
export interface TechnicalIds {
  fill(tasks: readonly PortalTask[]): Promise<PortalTask[]>;
}

interface Answer {
  /** Undefined: the portal has no account of that number. */
  technicalId: string | undefined;
  until: number;
}

/**
 * Looks owners up by `TraCuuTechID`, which one client in use was seen to do. What is not found, not answered or not asked in time goes without:
 * the field is optional, and no dossier waits for it. Numbers are kept as keyed hashes, in memory alone.
 */
export function createTechnicalIds(
  config: PortalConfig,
  { service, tools }: { service: PortalService; tools: ConnectorTools },
): TechnicalIds {
  const { whose, provider } = config.technicalIds;
  const key = randomBytes(32);
  const known = new Map<string, Answer>();
  let failures = 0;
  let restUntil = 0;
  const now = () => tools.now().getTime();

  function keep(number: string, technicalId: string | undefined): void {
    known.delete(number);
    known.set(number, { technicalId, until: now() + (technicalId === undefined ? KEPT_MS.none : KEPT_MS.found) });
    const [oldest] = known.keys();
    if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
  }

  async function ask(number: string): Promise<string | undefined> {
    const answer = await service.call(SERVICE, { provider, mstorcmnd: number }, { timeoutMs: Math.min(PATIENCE_MS, config.timeoutMs) });
    if (answer.verdict === 'absent') return undefined;
    if (answer.verdict !== 'ok') throw refused(answer.code);
    const row: unknown = Array.isArray(answer.result) ? answer.result[0] : answer.result;
    const found = isRecord(row) ? row['TECHNICALID'] : undefined;
    return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
  }

  async function lookUp(number: string, deadline: number): Promise<string | undefined> {
    const hashed = createHmac('sha256', key).update(number).digest('base64');
    const before = known.get(hashed);
    if (before !== undefined && before.until > now()) return before.technicalId;
    if (performance.now() > deadline || now() < restUntil) return undefined;
    try {
      const technicalId = await ask(number);
      failures = 0;
      keep(hashed, technicalId);
      return technicalId;
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      failures += 1;
      if (failures < FAILURES && !error.unreachable) return undefined;
      failures = 0;
      restUntil = now() + REST_MS;
      tools.log('warn', 'accounts at the portal can not be looked up; dossiers go without', { code: error.code });
      return undefined;
    }
  }

  return {
    async fill(tasks) {
      if (whose === 'none' || !service.has(SERVICE)) return [...tasks];
      const deadline = performance.now() + BUDGET_MS;
      return inLanes(tasks, config.parallel, async (task) => {
        if (!('dossier' in task)) return task;
        const number = wanted(task.dossier, whose);
        const technicalId = number === undefined ? undefined : await lookUp(number, deadline);
        return technicalId === undefined ? task : filled(task, technicalId);
      });
    },
  };
}

/** The number to ask by: of people whose account is not known and, unless all are asked for, who filed online. */
function wanted({ owner, channel }: PortalDossier, whose: 'online' | 'all'): string | undefined {
  if (owner.technicalId !== undefined || (whose === 'online' && channel !== 'ONLINE')) return undefined;
  return owner.nationalId ?? owner.oldId ?? owner.taxCode;
}

function filled(task: Extract<PortalTask, { dossier: PortalDossier }>, technicalId: string): PortalTask {
  return { ...task, dossier: { ...task.dossier, owner: { ...task.dossier.owner, technicalId } } };
}

function refused(code: string): UpstreamError {
  return new UpstreamError(`${SERVICE} was refused`, { code: `LOOKUP_${code}`, retry: true, outcomeUnknown: false, unreachable: false });
}
