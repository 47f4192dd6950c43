import { z } from 'zod';
import { statementFaultRule } from './simulator.faults.ts';
import { gatewayFaultRule, gatewayModesRule, gatewayNoticeFaultRule } from './simulator.gateway.rules.ts';
import type { SimulatedGateway } from './simulator.gateway.ts';
import { playPayout } from './simulator.payout.ts';

interface AdminRequest {
  method: string;
  path: string[];
  body: string;
}

interface AdminAnswer {
  status: number;
  body: unknown;
}

const LISTED = 1_000;
const outcomeRule = z.strictObject({
  code: z.string().max(20),
  /** False: the hub is not told. */
  notify: z.boolean().default(true),
});
const stateRule = z.strictObject({ state: z.enum(['PAID', 'FAILED', 'REVERSED']) });
const refundRule = z.strictObject({ outcome: z.enum(['PENDING', 'DONE', 'REFUSED']) });

/**
 * What an operator or a fault suite does with a simulated gateway, below `/_simulator/`:
 * - `GET state`; `GET orders` the first 1,000; `GET orders/<reference>` one
 * - `POST orders/<reference>/outcome {code, notify?}` decides an open one; `…/state {state}` changes a decided one silently, and ends that it is under way; `…/notice` sends its notice again
 * - `POST orders/<reference>/refund {outcome}` says what its last refund is from now on
 * - `POST payouts` pays out days to a simulated bank (see simulator.payout.ts)
 * - `POST|GET|DELETE` of `notice-faults`, `call-faults`, `statement-faults`; `PUT modes` sets those named, `DELETE modes` all back; `POST reset` forgets everything
 */
export function administerGateway(gateway: SimulatedGateway, { method, path, body }: AdminRequest): AdminAnswer | Promise<AdminAnswer> {
  const [what = '', which, how] = path;
  const action = `${method} ${what}`;
  if (what === 'orders' && which !== undefined) return ofOrder(gateway, `${method} ${how ?? ''}`, { reference: which, body });
  if (what.endsWith('-faults')) return faults(gateway, action, body);
  switch (action) {
    case 'GET state':
      return ok({ orders: gateway.orders.size, modes: gateway.modes });
    case 'GET orders':
      return ok([...gateway.orders.values()].slice(0, LISTED));
    case 'PUT modes':
      return checked(gatewayModesRule.partial(), body, () => {
        gateway.modes = gatewayModesRule.parse({ ...gateway.modes, ...(parse(body) as object) });
        return ok(gateway.modes);
      });
    case 'DELETE modes':
      gateway.modes = gatewayModesRule.parse({});
      return ok(gateway.modes);
    case 'POST payouts':
      return playPayout(parse(body), {
        merchant: gateway.play.merchant.code,
        statementOf: (merchant, day) => (merchant === gateway.play.merchant.code ? gateway.statement(day) : undefined),
      });
    case 'POST reset':
      gateway.reset();
      return ok({});
    default:
      return { status: 404, body: { error: `nothing answers ${action}` } };
  }
}

function faults(gateway: SimulatedGateway, action: string, body: string): AdminAnswer {
  const created = (fault: unknown) => ({ status: 201, body: fault });
  switch (action) {
    case 'POST notice-faults':
      return checked(gatewayNoticeFaultRule, body, (fault) => {
        gateway.noticeFaults.add(fault);
        return created(fault);
      });
    case 'POST call-faults':
      return checked(gatewayFaultRule, body, (fault) => {
        gateway.callFaults.add(fault);
        return created(fault);
      });
    case 'POST statement-faults':
      return checked(statementFaultRule, body, (fault) => {
        gateway.statementFaults.push(fault);
        return created(fault);
      });
    case 'GET notice-faults':
      return ok(gateway.noticeFaults.list());
    case 'GET call-faults':
      return ok(gateway.callFaults.list());
    case 'GET statement-faults':
      return ok(gateway.statementFaults);
    case 'DELETE notice-faults':
      gateway.noticeFaults.clear();
      return ok([]);
    case 'DELETE call-faults':
      gateway.callFaults.clear();
      return ok([]);
    case 'DELETE statement-faults':
      gateway.statementFaults = [];
      return ok([]);
    default:
      return { status: 404, body: { error: `nothing answers ${action}` } };
  }
}

function ofOrder(gateway: SimulatedGateway, action: string, { reference, body }: { reference: string; body: string }): AdminAnswer {
  const order = gateway.orders.get(reference);
  if (order === undefined) return { status: 404, body: { error: 'no such order' } };
  const kept = () => {
    gateway.keep(order);
    return ok(order);
  };
  switch (action) {
    case 'GET ':
      return ok(order);
    case 'POST outcome':
      return checked(outcomeRule, body, ({ code, notify }) => {
        gateway.decide(order, code, notify);
        return ok(order);
      });
    case 'POST state':
      return checked(stateRule, body, (state) => {
        Object.assign(order, state);
        delete order.inFlight;
        return kept();
      });
    case 'POST refund':
      return checked(refundRule, body, ({ outcome }) => {
        const refund = order.refunds.at(-1);
        if (refund === undefined) return { status: 404, body: { error: 'no refund of it' } };
        refund.outcome = outcome;
        return kept();
      });
    case 'POST notice':
      gateway.resend(order);
      return { status: 202, body: order };
    default:
      return { status: 404, body: { error: `nothing answers ${action}` } };
  }
}

function checked<T>(rule: z.ZodType<T>, body: string, then: (value: T) => AdminAnswer): AdminAnswer {
  const parsed = rule.safeParse(parse(body));
  return parsed.success ? then(parsed.data) : { status: 400, body: { error: z.prettifyError(parsed.error) } };
}

/** Undefined for what is no JSON: the rules then name what they miss. */
function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ok(body: unknown): AdminAnswer {
  return { status: 200, body };
}
