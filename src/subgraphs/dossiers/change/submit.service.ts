import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { lockRepeatKey, type RepeatKey, repeatKeyOf, repeatKeyProblem, repeatKeyReused } from '../../../platform/idempotency.ts';
import { newUuid } from '../../../platform/ids.ts';
import { HUB_SOURCE } from '../hub-source.ts';
import { noteAdditions } from '../ingest/additions.ts';
import { nextRow, type Registered } from '../ingest/apply.ts';
import { cleanInput } from '../ingest/clean.ts';
import type { DossierIngestInput } from '../ingest/ingest.input.ts';
import { registerPeople } from '../ingest/register.ts';
import { contentHash, contentMark } from '../ingest/standing.ts';
import { contactOf } from '../portal-contact.ts';
import { APPLICANT, officerOf } from './caller.ts';
import type { SubmitDossierInput } from './change.type.ts';
import { nextDossierCode } from './dossier-code.ts';
import { dueDateOf } from './due-date.ts';
import { type FiledProcedure, type Ground, readGround, readProcedure } from './ground.ts';
import { afterChange, type Changed, inputErrors } from './move.service.ts';
import { publishedFees } from './published-fee.ts';
import { newStepKey, recordChange } from './record.ts';
import { submissionErrors } from './submit.validate.ts';

/** A source may bring the very code that was about to be given out: the next try passes it over. */
const ATTEMPTS = 5;
const UNIQUE_VIOLATION = '23505';

/** A submission that passed its checks. */
interface Submission {
  input: SubmitDossierInput;
  procedure: FiledProcedure;
  ground: Ground;
  repeat: Repeat;
  registered: Registered;
}

interface Repeat extends RepeatKey {
  hash: Buffer;
}

/**
 * Files a dossier: online by the applicant, at the desk or by post through the receiving unit, which accepts it at once. The same key
 * and input give the first dossier again, per caller. What is refused leaves nothing behind, no number either.
 */
export async function submitDossier(context: HubContext, given: SubmitDossierInput): Promise<Changed> {
  const { hub } = context;
  const wrongKey = repeatKeyProblem(given.idempotencyKey);
  if (wrongKey !== undefined) return { errors: [wrongKey] };
  const { idempotencyKey, ...content } = given;
  const { input: cleaned, problems } = cleanInput(content);
  const repeat = { ...repeatKeyOf(context, 'dossiers', idempotencyKey), hash: contentMark(hub.cipher, cleaned) };
  const earlier = await findEarlier(hub.db, repeat);
  if (earlier !== undefined) return earlier;
  if (problems.length > 0) return { errors: inputErrors(problems) };
  const input: SubmitDossierInput = { ...cleaned, applicant: withAccount(context, cleaned.applicant), idempotencyKey };
  const ground = await readGround(hub);
  const procedure = await readProcedure(hub.db, input.procedure);
  const errors = submissionErrors(context, input, { directory: ground.directory, procedure });
  if (errors.length > 0 || procedure === undefined) return { errors };
  const registered = await register(context, input);
  const filed = await file(context, { input, procedure, ground, repeat, registered });
  if ('id' in filed) await afterChange(context, filed.id);
  return filed;
}

/** Who files for themself is known at the portal by the account that they signed in with. */
function withAccount({ viewer }: HubContext, applicant: SubmitDossierInput['applicant']): SubmitDossierInput['applicant'] {
  const own = viewer.nationalId !== undefined && applicant.nationalId === viewer.nationalId;
  return own && viewer.technicalId !== undefined && applicant.technicalId == null
    ? { ...applicant, technicalId: viewer.technicalId }
    : applicant;
}

async function findEarlier(sql: Queryable, { caller, key, hash }: Repeat): Promise<Changed | undefined> {
  const [row] = await sql.query<{ input_hash: Buffer; dossier_id: string }>(
    'SELECT input_hash, dossier_id FROM dossiers.submission WHERE caller = $1 AND idempotency_key = $2',
    [caller, key],
  );
  if (row === undefined) return undefined;
  return row.input_hash.equals(hash) ? { id: row.dossier_id } : { errors: [repeatKeyReused()] };
}

/** The code is given out later, with the row: until then a name of its own keeps two applicants without a number apart. */
async function register(context: HubContext, input: SubmitDossierInput): Promise<Registered> {
  const people = await registerPeople(context, [{ at: 0, input: ingestOf(input, { code: newUuid(), submittedAt: new Date(0) }) }]);
  const registered = people.get(0);
  if (registered === undefined) throw new Error('identity answered for another applicant');
  return registered;
}

async function file(context: HubContext, submission: Submission): Promise<Changed> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await context.hub.db.transaction(async (sql) => {
        await lockRepeatKey(sql, submission.repeat);
        return (await findEarlier(sql, submission.repeat)) ?? { id: await insert(context, sql, submission) };
      });
    } catch (error) {
      if (attempt === ATTEMPTS || (error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    }
  }
}

async function insert(context: HubContext, sql: Transaction, submission: Submission): Promise<string> {
  const { hub } = context;
  const { input, procedure, ground, repeat, registered } = submission;
  const now = hub.clock.business();
  const agencyCode = ground.directory.get(input.receivingUnit)?.agency_code ?? '';
  const code = await nextDossierCode(sql, agencyCode, now);
  const ingest = ingestOf(input, { code, submittedAt: now });
  const fees = publishedFees(procedure, input.channel);
  const units = [input.receivingUnit, input.handlingUnit ?? input.receivingUnit];
  const scope = [...new Set(units.flatMap((unit) => ground.directory.scope(unit)))];
  const taken = takenIn(ingest, ground, now);
  const row = nextRow(
    { ...ingest, ...taken, fees },
    { row: undefined, steps: [] },
    { hash: contentHash(hub.cipher, ingest), registered, scope, now },
  );
  noteAdditions(row, { documents: row.documents.map(({ id }) => id) });
  await recordChange(hub, sql, {
    ground,
    procedure,
    change: {
      row,
      steps: [],
      at: now,
      by: input.channel === 'ONLINE' ? APPLICANT : officerOf(context, ground.directory),
      note: null,
      stepKey: newStepKey(),
      emits: 'FILED',
      contact: contactOf(ingest),
      people: { applicant: ingest.applicant, owner: ingest.owner ?? null },
    },
  });
  await sql.query('INSERT INTO dossiers.submission (caller, idempotency_key, input_hash, dossier_id) VALUES ($1, $2, $3, $4)', [
    repeat.caller,
    repeat.key,
    repeat.hash,
    row.id,
  ]);
  return row.id;
}

/** What is filed online waits to be received; at the desk and by post it is received by being taken in, and its time begins. */
function takenIn(input: DossierIngestInput, { book }: Ground, now: Date) {
  const { channel, procedure, handlingUnit, receivingUnit } = input;
  if (channel === 'ONLINE') return { status: 'SUBMITTED' } as const;
  const dueAt = dueDateOf(book, { procedure, handling_unit: handlingUnit ?? receivingUnit }, now);
  return { status: 'ACCEPTED', acceptedAt: now, dueAt } as const;
}

/** A submission in the form in which a source would have sent it, so that one set of rules makes rows of both. */
function ingestOf(input: SubmitDossierInput, { code, submittedAt }: { code: string; submittedAt: Date }): DossierIngestInput {
  const { procedure, receivingUnit, handlingUnit, applicant, owner, channel, documents, summary } = input;
  return {
    ...{
      sourceSystem: HUB_SOURCE,
      sourceVersion: 1,
      code,
      origin: 'PROVINCE',
      procedure,
      receivingUnit,
      handlingUnit: handlingUnit ?? null,
    },
    ...{ applicant, owner: owner ?? null, channel, documents: documents ?? null, summary: summary ?? null },
    ...{ status: 'SUBMITTED', submittedAt, feesSettled: false, voided: false },
  };
}
