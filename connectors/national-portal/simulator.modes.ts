import { z } from 'zod';

/** How the simulated portal behaves until told otherwise. `null` puts a mode back to its default. */
export const modesRule = z.strictObject({
  /** `error_code` as "0" and "-3", as 0 and -3, or as "00" and "-3". */
  errorCode: z.enum(['text', 'number', 'padded']).default('text'),
  /** Both values are reported with a duplicate insert. */
  duplicateCode: z.enum(['-3', '3']).default('-3'),
  /** The provincial gateway's way: the answer as JSON text inside `message`. */
  gateway: z.boolean().default(false),
  textForm: z.enum(['NFC', 'NFD']).default('NFC'),
  /** Progress answers as plain text, as a gateway gives them. */
  progressText: z.boolean().default(false),
  sessionTtlMs: z.int().min(1).default(600_000),
  /** A login ends the session before it; nobody has seen whether the portal does. */
  singleSession: z.boolean().default(false),
  expiredCode: z.string().default('-1'),
  expiredMessage: z.string().default('Phiên làm việc không hợp lệ hoặc đã hết hạn'),
  /** Whether `TraCuuHoSo` lists steps and notices. */
  lookUpLists: z.boolean().default(true),
  /** Whether a dossier that was refused, withdrawn, stopped or returned (3, 7, 8, 10) takes no other state. */
  endsStand: z.boolean().default(false),
  /** Whether an answer says that it is UTF-8. */
  charset: z.boolean().default(true),
  /** How many procedures the list names; null: all. */
  listedProcedures: z.int().min(0).nullable().default(null),
  /** The same of public services. */
  listedServices: z.int().min(0).nullable().default(null),
  /** The Bearer token that the gateway wants; empty: none. */
  gatewayToken: z.string().default(''),
  /** The gateway answers writes with "0" whatever came of them, and only the words tell. */
  gatewayZero: z.boolean().default(false),
  /** The LGSP wants its token in the header `lgspaccesstoken` too. */
  lgspHeader: z.boolean().default(false),
  /** Added to every answer, in milliseconds. */
  latencyMs: z.int().min(0).max(60_000).default(0),
});

export type Modes = z.infer<typeof modesRule>;

/** The field of a look-up's item that lists the steps, and the one that lists the notices: this simulator's own names. */
export const LISTS = { steps: 'DanhSachTienDo', notices: 'DanhSachThongBao' } as const;

/** Where a request came in: at the portal by an adapter, at the province's gateway, at its LGSP, at the store of personal papers. */
export type Surface = 'portal' | 'gateway' | 'lgsp' | 'store';

/** What a service answers before it is put into the form of the surface. */
export interface Reply {
  code: string;
  message: string;
  fields?: Record<string, unknown>;
  /** The session or token was not taken. */
  expired?: boolean;
}

/** The answer as it stands on the wire. */
export interface Answer {
  status: number;
  text: string;
  type: string;
}

/** Puts a reply into the form of the surface that it goes out by. */
export function formReply(reply: Reply, service: string, { modes, surface }: { modes: Modes; surface: Surface }): Answer {
  const message = reply.message.normalize(modes.textForm);
  const answer = (text: string, type = 'application/json') => ({
    status: 200,
    text,
    type: modes.charset ? `${type}; charset=utf-8` : type,
  });
  if (surface === 'lgsp' && service === 'login') {
    return reply.code === '0' ? answer(JSON.stringify(reply.fields)) : { ...answer('{"error":"invalid_client"}'), status: 401 };
  }
  if (surface === 'store') {
    const told = { errorCode: formCode(reply.code, modes.errorCode), message };
    return { ...answer(JSON.stringify({ ...told, ...reply.fields })), status: reply.expired === true ? 401 : 200 };
  }
  if (reply.expired === true && surface !== 'portal') return { ...answer(UNAUTHORIZED[surface]), status: 401 };
  if (service === 'CapNhatTienDoHoSoMC' && (modes.progressText || surface === 'gateway')) return answer(message, 'text/plain');
  const code = formCode(reply.code, modes.errorCode);
  const { session, ...rest } = reply.fields ?? {};
  const rows = Object.keys(rest).length > 0;
  const wrapped = modes.gateway || (surface === 'gateway' && rows);
  if (surface === 'gateway' && modes.gatewayZero && !rows) return answer(JSON.stringify({ error_code: '0', message }));
  if (!wrapped) return answer(JSON.stringify({ ...reply.fields, error_code: code, message }));
  const inner = JSON.stringify(rows ? rest : { error_code: code, message });
  const outer = rows ? code : formCode('0', modes.errorCode);
  return answer(JSON.stringify({ ...(session === undefined ? {} : { session }), error_code: outer, message: inner }));
}

/** The LGSP's own words for a token that it does not take, and a gateway's. */
const UNAUTHORIZED = {
  lgsp: '{"fault":{"code":900901,"message":"Invalid Credentials","description":"Access failure for API"}}',
  gateway: '{"Message":"Authorization has been denied for this request."}',
};

function formCode(code: string, form: Modes['errorCode']): string | number {
  if (form === 'number') return Number(code);
  return form === 'padded' && code === '0' ? '00' : code;
}
