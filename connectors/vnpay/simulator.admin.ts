import { z } from 'zod';
import { statementFaultRule } from '../contract/simulator.faults.ts';
import { refundState } from './simulator.api.ts';
import { apiFaultRule, modesRule, noticeFaultRule } from './simulator.modes.ts';
import type { RefundState, SimulatedTransaction } from './simulator.store.ts';
import type { SimulatedVnpay } from './simulator.vnpay.ts';

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

const outcomeRule = z.strictObject({
  responseCode: z.string().regex(/^\d{2}$/),
  transactionStatus: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  /** False: the hub is not told. */
  notify: z.boolean().default(true),
});
const statusRule = z.strictObject({ transactionStatus: z.string().regex(/^\d{2}$/) });
const refundRule = z.strictObject({ transactionStatus: z.enum(['05', '06', '00', '09']) });
const merchantRule = z.strictObject({ code: z.string().regex(/^[A-Za-z0-9]{8}$/), secret: z.string().min(16) });
const LISTED = 1_000;

/**
 * What an operator or a fault suite does with the simulated VNPAY, below `/_simulator/`:
 * - `GET state`; `GET transactions` the first 1,000; `GET transactions/<reference>` one; `POST transactions` adds JSON lines (see simulator.bulk.ts)
 * - `POST transactions/<reference>/outcome {responseCode, transactionStatus?, notify?}` decides an open one, or what will become of it once its page is opened
 * - `POST transactions/<reference>/status {transactionStatus}` changes a decided one silently (04: reversed); `POST transactions/<reference>/ipn` sends its notice again
 * - `POST transactions/<reference>/refund {transactionStatus}` says what its last refund is from now on: 05, 06, 00 or 09
 * - `POST|GET|DELETE` of `ipn-faults`, `api-faults`, `statement-faults`; `PUT modes` sets those named, `DELETE modes` all back
 * - `POST payouts` pays out days to a simulated bank (see ../contract/simulator.payout.ts)
 * - `POST merchants {code, secret}`; `POST reset` forgets everything, on the disk too
 */
export function administer(vnpay: SimulatedVnpay, request: AdminRequest): AdminAnswer {
  const [what, which, how] = request.path;
  const action = `${request.method} ${what ?? ''}${which === undefined ? '' : '/*'}${how === undefined ? '' : `/${how}`}`;
  if (what === 'transactions' && which !== undefined)
    return transaction(vnpay, { ...request, action, reference: decodeURIComponent(which) });
  switch (action) {
    case 'GET state':
      return ok(stateOf(vnpay));
    case 'GET transactions':
      return ok(vnpay.store.first(LISTED));
    case 'GET ipn-faults':
      return ok(vnpay.noticeFaults.list());
    case 'POST ipn-faults':
      return checked(noticeFaultRule, request.body, (fault) => {
        vnpay.noticeFaults.add(fault);
        return { status: 201, body: fault };
      });
    case 'DELETE ipn-faults':
      vnpay.noticeFaults.clear();
      return ok([]);
    case 'GET api-faults':
      return ok(vnpay.apiFaults.list());
    case 'POST api-faults':
      return checked(apiFaultRule, request.body, (fault) => {
        vnpay.apiFaults.add(fault);
        return { status: 201, body: fault };
      });
    case 'DELETE api-faults':
      vnpay.apiFaults.clear();
      return ok([]);
    case 'GET statement-faults':
      return ok(vnpay.statementFaults);
    case 'POST statement-faults':
      return checked(statementFaultRule, request.body, (fault) => {
        vnpay.statementFaults.push(fault);
        return { status: 201, body: fault };
      });
    case 'DELETE statement-faults':
      vnpay.statementFaults = [];
      return ok([]);
    case 'PUT modes':
      return checked(modesRule.partial(), request.body, () => setModes(vnpay, { ...vnpay.modes, ...(request.body as object) }));
    case 'DELETE modes':
      return setModes(vnpay, {});
    case 'POST merchants':
      return checked(merchantRule, request.body, ({ code, secret }) => {
        vnpay.addMerchant(code, secret);
        return { status: 201, body: { code } };
      });
    case 'POST reset':
      vnpay.reset();
      return ok(stateOf(vnpay));
    default:
      return unknownAction(action);
  }
}

function transaction(vnpay: SimulatedVnpay, request: AdminRequest & { action: string; reference: string }): AdminAnswer {
  const found = vnpay.store.findAny(request.reference);
  if (request.action === 'POST transactions/*/outcome') {
    return checked(outcomeRule, request.body, ({ notify, ...outcome }) => {
      if (found === undefined) {
        vnpay.presets.set(request.reference, outcome);
        return { status: 202, body: { preset: outcome } };
      }
      vnpay.decide(found, outcome, notify);
      return ok(found);
    });
  }
  if (found === undefined) return { status: 404, body: { error: 'no such transaction' } };
  switch (request.action) {
    case 'GET transactions/*':
      return ok(found);
    case 'POST transactions/*/status':
      return checked(statusRule, request.body, (status) => changed(vnpay, Object.assign(found, status)));
    case 'POST transactions/*/refund':
      return checked(refundRule, request.body, ({ transactionStatus }) => decideRefund(vnpay, found, transactionStatus));
    case 'POST transactions/*/ipn':
      vnpay.resend(found);
      return { status: 202, body: found };
    default:
      return unknownAction(request.action);
  }
}

function decideRefund(vnpay: SimulatedVnpay, transaction: SimulatedTransaction, state: RefundState): AdminAnswer {
  const refund = transaction.refunds.at(-1);
  if (refund === undefined) return { status: 404, body: { error: 'no refund of it' } };
  // The statement of the day on which the money goes back lists it.
  if (state === '00' && refundState(vnpay, refund) !== '00') refund.at = vnpay.now();
  refund.state = state;
  return changed(vnpay, transaction);
}

function changed(vnpay: SimulatedVnpay, transaction: SimulatedTransaction): AdminAnswer {
  vnpay.keep(transaction);
  return ok(transaction);
}

function setModes(vnpay: SimulatedVnpay, modes: object): AdminAnswer {
  vnpay.modes = modesRule.parse(modes);
  return ok(vnpay.modes);
}

function stateOf(vnpay: SimulatedVnpay): unknown {
  return {
    transactions: vnpay.store.size,
    merchants: [...vnpay.merchants.keys()],
    modes: vnpay.modes,
    ipnFaults: vnpay.noticeFaults.list(),
    apiFaults: vnpay.apiFaults.list(),
    statementFaults: vnpay.statementFaults,
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
