import type { MoveDossierInput, MoveDossierMutation, SubmitDossierInput, SubmitDossierMutation } from '../../schema/generated/graphql.ts';
import { openPersonal } from '../../src/platform/outbox/outbox.ts';
import { MOVE, SUBMIT } from './documents.lifecycle.ts';
import { type Claims, COMMUNE, type DossiersHub, PERSON } from './dossiers.ts';

export const CITIZEN: Claims = { roles: ['CITIZEN'], nationalId: PERSON.nationalId };
export const OFFICER: Claims = { roles: ['OFFICER'], unit: COMMUNE, subject: 'Lê Thị Cán Bộ' };
export const LEADER: Claims = { roles: ['UNIT_LEADER'], unit: COMMUNE, subject: 'Phạm Văn Trưởng' };

/** A procedure with a published fee of 8,000 đồng that is due on the day, and one of three working days whose fee is not published. */
export const COPIES = '2.000635';
export const THREE_DAYS = '1.004873';

/** One thing that the outbox tells of a dossier. */
export interface Told {
  kind: string;
  operation: string | null;
  sequence: number | null;
  data: Record<string, unknown>;
  personal: { dossier?: Record<string, unknown>; steps?: Record<string, unknown>[] } | undefined;
}

/** Files and moves dossiers through the whole graph, and reads what was told of them. */
export function lifecycleOf(hub: DossiersHub) {
  let keys = 0;
  const submission = (over: Partial<SubmitDossierInput> = {}): SubmitDossierInput => {
    keys += 1;
    const base = {
      procedure: COPIES,
      receivingUnit: COMMUNE,
      applicant: PERSON,
      channel: 'IN_PERSON',
      idempotencyKey: `key ${keys}`,
    } as const;
    return { ...base, ...over };
  };
  const submit = async (as: Claims | undefined, over: Partial<SubmitDossierInput> = {}) => {
    const { data, codes } = await hub.graphql(SUBMIT, { variables: { input: submission(over) }, ...(as === undefined ? {} : { as }) });
    return { ...(data?.submitDossier ?? { dossier: null, userErrors: [] }), codes };
  };
  const move = async (as: Claims | undefined, input: MoveDossierInput, language?: string) => {
    const asking = { ...(as === undefined ? {} : { as }), ...(language === undefined ? {} : { language }) };
    const { data, codes } = await hub.graphql(MOVE, { variables: { input }, ...asking });
    return { ...(data?.moveDossier ?? { dossier: null, userErrors: [] }), codes };
  };
  return {
    submission,
    submit,
    move,
    /** Files a dossier; throws where it is refused. */
    async filed(as: Claims, over: Partial<SubmitDossierInput> = {}): Promise<Filed> {
      const { dossier, userErrors, codes } = await submit(as, over);
      if (dossier === null) throw new Error(`not filed: ${JSON.stringify([userErrors, codes])}`);
      return dossier;
    },
    /** Moves a dossier; throws where it is refused. */
    async moved(as: Claims, input: MoveDossierInput): Promise<Moved> {
      const { dossier, userErrors, codes } = await move(as, input);
      if (dossier === null) throw new Error(`not moved to ${input.to}: ${JSON.stringify([userErrors, codes])}`);
      return dossier;
    },
    /** What the outbox tells of a dossier, in order. */
    async told(code: string): Promise<Told[]> {
      const rows = await hub.platform.db.query<Omit<Told, 'personal'> & { sealed: Buffer | null }>(
        'SELECT kind, operation, sequence, data, sealed FROM outbox.event WHERE subject = $1 ORDER BY id',
        [code],
      );
      return rows.map(({ sealed, ...row }) => ({ ...row, personal: openPersonal(hub.platform.cipher, sealed) }));
    },
  };
}

/** The dossier as the portal is told it, each time. */
export const snapshotsOf = (told: readonly Told[]) =>
  told.flatMap(({ kind, personal }) => (kind === 'portal.dossier' && personal?.dossier !== undefined ? [personal.dossier] : []));

/** The steps that the portal is told, in order. */
export const stepsOf = (told: readonly Told[]) =>
  told.flatMap(({ kind, personal }) => (kind.startsWith('portal.') ? (personal?.steps ?? []) : []));

export type Filed = NonNullable<SubmitDossierMutation['submitDossier']['dossier']>;
export type Moved = NonNullable<MoveDossierMutation['moveDossier']['dossier']>;
export type Lifecycle = ReturnType<typeof lifecycleOf>;
