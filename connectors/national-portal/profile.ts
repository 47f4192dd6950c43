import { z } from 'zod';

/** JSON in which texts hold `{placeholders}`; see `profile.template.ts`. */
export type Template = z.infer<ReturnType<typeof z.json>>;

const requestRule = z.strictObject({
  method: z.enum(['GET', 'POST']).default('POST'),
  /** Below the base address; may hold a query, of which parameters that come out empty are left out. */
  path: z.string().regex(/^[/{]/, 'begins with "/" or a placeholder'),
  /** Absent: no body. */
  body: z.json().optional(),
});

const serviceRule = requestRule.extend({
  /** Answers are good only where they also say so in words: a gateway's "0" may stand beside the portal's refusal. */
  inWords: z.boolean().default(false),
});

const loginRule = requestRule.extend({
  /** The body goes as a form, not as JSON. */
  form: z.boolean().default(false),
  headers: z.record(z.string(), z.string()).default({}),
  /** The placeholder that the following requests find the session or token under. */
  as: z.string().regex(/^\w+$/),
  /** Where the answer holds it, names separated by dots. */
  take: z.string().min(1),
  /** Where the answer says for how many seconds it holds; absent: `NATIONAL_PORTAL_SESSION_TTL_MS`. */
  expiresIn: z.string().optional(),
});

/** The names under which an answer says what became of a call; the first that is there counts. */
const answerRule = z.strictObject({
  code: z.array(z.string()).min(1).default(['error_code', 'errorCode']),
  message: z.array(z.string()).min(1).default(['message']),
  result: z.array(z.string()).min(1).default(['result']),
  /** Codes of success beside every way of writing zero. */
  ok: z.array(z.string()).default([]),
});

/**
 * One way to the portal, as data: how to log in, how to address a service, how to wrap what is sent and where an answer
 * holds what. An installation with a way of its own writes such a file and names it in `NATIONAL_PORTAL_PROFILE`.
 */
export const profileRule = z.strictObject({
  name: z.string().min(1),
  /** One after the other; a later one may use what an earlier one took. None: calls need no session. */
  logins: z.array(loginRule).default([]),
  /** Of every request, logins included. Headers and parameters that come out empty are left out. */
  headers: z.record(z.string(), z.string()).default({}),
  query: z.record(z.string(), z.string()).default({}),
  /** Headers of service calls alone. */
  serviceHeaders: z.record(z.string(), z.string()).default({}),
  /** By the portal's name; `*` for all others, false for those that this way does not have. `DongBoHoSoMC` may be split into `DongBoHoSoMC.insert` and `.update`. */
  services: z.record(z.string(), z.union([serviceRule, z.literal(false)])),
  answer: answerRule.prefault({}),
});

export type Profile = z.infer<typeof profileRule>;
export type ProfileRequest = z.infer<typeof requestRule>;
export type ProfileService = z.infer<typeof serviceRule>;
export type ProfileLogin = z.infer<typeof loginRule>;
export type AnswerForm = z.infer<typeof answerRule>;
/** A profile as it is written, defaults left out. */
export type ProfileSource = z.input<typeof profileRule>;

/** How this way reaches a service; undefined: it doesn't. `mode` matters where inserts and updates go to different addresses. */
export function serviceOf({ services }: Profile, service: string, mode?: 'insert' | 'update'): ProfileService | undefined {
  const split = mode === undefined ? undefined : services[`${service}.${mode}`];
  return (split ?? services[service] ?? services['*']) || undefined;
}
