import { z } from 'zod';
import { faultRule } from './simulator.faults.ts';
import { modesRule } from './simulator.modes.ts';
import type { SimulatedPortal } from './simulator.portal.ts';

/** An answer of the operators' API. */
export interface AdminAnswer {
  status: number;
  body: unknown;
}

/** A request to it, below `/_simulator/`. */
export interface AdminRequest {
  method: string;
  path: string[];
  body: unknown;
}

const knownRule = z
  .array(
    z.strictObject({
      code: z.string().min(1).optional(),
      nationalCode: z.string().min(1).nullable(),
      status: z.int().min(1).max(10),
    }),
  )
  .refine((dossiers) => dossiers.every(({ code, nationalCode }) => code !== undefined || nationalCode !== null), 'a dossier needs a code');
const closedRule = z.strictObject({ ms: z.int().min(1).max(600_000) });

/**
 * What an operator or a fault suite does with the simulated portal, below `/_simulator/`:
 * - `GET state` counters, sizes, modes and faults; `GET dossiers` the first 1,000 codes; `GET dossiers/<code>` one, by either code
 * - `POST faults` a fault → 201 `{id}`; `GET faults`; `DELETE faults`, `DELETE faults/<id>`
 * - `PUT modes` sets the modes named, `DELETE modes` all back to default
 * - `POST known [{code?, nationalCode, status}]` dossiers that the portal knows from elsewhere, `nationalCode` null for those of
 *   a counter; `GET reports` ratings and statistics
 * - `POST sessions/expire`; `POST closed {ms}` nothing listens for so long, this API neither; `POST reset` forgets everything, on the disk too
 */
export function administer(portal: SimulatedPortal, close: (ms: number) => void, request: AdminRequest): AdminAnswer {
  const [what, which] = request.path;
  const action = `${request.method} ${what ?? ''}${which === undefined ? '' : '/*'}`;
  switch (action) {
    case 'GET state':
      return ok(stateOf(portal));
    case 'GET dossiers':
      return ok(portal.store.codes(1_000));
    case 'GET dossiers/*': {
      const shown = portal.store.show(decodeURIComponent(which ?? ''));
      return shown === undefined ? { status: 404, body: { error: 'no such dossier' } } : ok(shown);
    }
    case 'GET faults':
      return ok(portal.faults.list());
    case 'POST faults':
      return checked(faultRule, request.body, (fault) => ({ status: 201, body: { id: portal.faults.add(fault) } }));
    case 'DELETE faults':
    case 'DELETE faults/*':
      return ok({ removed: portal.faults.remove(which === undefined ? undefined : Number(which)) });
    case 'PUT modes':
      return checked(modesRule.partial(), request.body, () => ok(portal.behave({ ...portal.modes, ...(request.body as object) })));
    case 'DELETE modes':
      return ok(portal.behave({}));
    case 'POST sessions/*':
      return which === 'expire' ? ok({ expired: portal.expireSessions() }) : unknownAction(action);
    case 'POST closed':
      return checked(closedRule, request.body, ({ ms }) => {
        close(ms);
        return { status: 202, body: { closedForMs: ms } };
      });
    case 'GET reports':
      return ok(portal.store.reports.show());
    case 'POST known':
      return checked(knownRule, request.body, (dossiers) => {
        portal.know(dossiers.map(({ code, nationalCode, status }) => ({ code: code ?? nationalCode ?? '', nationalCode, status })));
        return ok({ dossiers: portal.store.size });
      });
    case 'POST reset':
      portal.reset();
      return ok(stateOf(portal));
    default:
      return unknownAction(action);
  }
}

function stateOf(portal: SimulatedPortal): unknown {
  return {
    dossiers: portal.store.size,
    openSessions: portal.openSessions,
    counters: portal.store.counters,
    modes: portal.modes,
    faults: portal.faults.list(),
  };
}

function checked<T>(rule: z.ZodType<T>, body: unknown, then: (value: T) => AdminAnswer): AdminAnswer {
  const parsed = rule.safeParse(body);
  return parsed.success ? then(parsed.data) : { status: 400, body: { error: z.prettifyError(parsed.error) } };
}

function unknownAction(action: string): AdminAnswer {
  return { status: 404, body: { error: `nothing answers ${action}` } };
}

function ok(body: unknown): AdminAnswer {
  return { status: 200, body };
}
