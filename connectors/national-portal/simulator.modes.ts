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
  /** Added to every answer, in milliseconds. */
  latencyMs: z.int().min(0).max(60_000).default(0),
});

export type Modes = z.infer<typeof modesRule>;

/** The field of a look-up's item that lists the steps, and the one that lists the notices: this simulator's own names. */
export const LISTS = { steps: 'DanhSachTienDo', notices: 'DanhSachThongBao' } as const;

/** What a service answers before it is put into the portal's or a gateway's form. */
export interface Reply {
  code: string;
  message: string;
  fields?: Record<string, unknown>;
}

/** The answer's text and type on the wire. */
export function formReply(reply: Reply, service: string, modes: Modes): { text: string; type: string } {
  const message = reply.message.normalize(modes.textForm);
  const typed = (type: string) => (modes.charset ? `${type}; charset=utf-8` : type);
  if (service === 'CapNhatTienDoHoSoMC' && modes.progressText) return { text: message, type: typed('text/plain') };
  const code = formCode(reply.code, modes.errorCode);
  if (!modes.gateway) return { text: JSON.stringify({ ...reply.fields, error_code: code, message }), type: typed('application/json') };
  const { session, ...rest } = reply.fields ?? {};
  const inner = Object.keys(rest).length > 0 ? JSON.stringify(rest) : JSON.stringify({ error_code: code, message });
  const outer = Object.keys(rest).length > 0 ? code : formCode('0', modes.errorCode);
  return {
    text: JSON.stringify({ ...(session === undefined ? {} : { session }), error_code: outer, message: inner }),
    type: typed('application/json'),
  };
}

function formCode(code: string, form: Modes['errorCode']): string | number {
  if (form === 'number') return Number(code);
  return form === 'padded' && code === '0' ? '00' : code;
}
