import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { Role } from '../../src/platform/auth/viewer.ts';
import { VOID } from '../support/documents.lifecycle.ts';
import {
  type Claims,
  COMMUNE,
  createDossiersHub,
  type DossiersHub,
  OTHER_COMMUNE,
  OTHER_PERSON,
  PROVINCE,
  SOURCE,
} from '../support/dossiers.ts';
import { CITIZEN, LEADER, type Lifecycle, lifecycleOf, OFFICER, snapshotsOf, stepsOf } from '../support/lifecycle.ts';

let hub: DossiersHub;
let life: Lifecycle;
beforeAll(async () => {
  hub = await createDossiersHub({ env: { NATIONAL_PORTAL_VOIDED_STATUS: '3' } });
  life = lifecycleOf(hub);
});
afterAll(() => hub.stop());

const voided = async (as: Claims | undefined, variables: { dossier: string; reason: string; expectedVersion?: number }) => {
  const { data, codes } = await hub.graphql(VOID, { variables, ...(as === undefined ? {} : { as }) });
  return { ...(data?.voidDossier ?? { dossier: null, userErrors: [] }), codes };
};
const versionOf = async (code: string) =>
  (await hub.platform.db.query<{ version: number }>('SELECT version FROM dossiers.dossier WHERE code = $1', [code]))[0]?.version;

const NEVER: readonly Role[] = ['ACCOUNTANT', 'OPERATOR', 'ADMINISTRATOR', 'AUDITOR', 'SYSTEM', 'BREAK_GLASS'];

describe('who may change a dossier', () => {
  it('is never a role that only reads, nor nobody', async () => {
    const { id: dossier, code } = await life.filed(OFFICER);
    for (const role of NEVER) {
      const as: Claims = { roles: [role], unit: COMMUNE, source: SOURCE };
      expect([role, (await life.submit(as)).codes, (await life.move(as, { dossier, to: 'PROCESSING' })).codes]).toEqual([
        role,
        ['FORBIDDEN'],
        ['FORBIDDEN'],
      ]);
    }
    for (const role of [...NEVER, 'OFFICER', 'CITIZEN'] as const) {
      expect((await voided({ roles: [role], unit: COMMUNE }, { dossier, reason: 'x' })).codes).toEqual(['FORBIDDEN']);
    }
    expect((await life.submit(undefined)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await life.move(undefined, { dossier, to: 'PROCESSING' })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await voided(undefined, { dossier, reason: 'x' })).codes).toEqual(['UNAUTHENTICATED']);
    expect(await versionOf(code)).toBe(1);
  });

  it('learns nothing of one that is not theirs to see', async () => {
    const { id: dossier, code } = await life.filed(OFFICER);
    const strangers: Claims[] = [
      { roles: ['OFFICER'], unit: OTHER_COMMUNE },
      { roles: ['UNIT_LEADER'], unit: OTHER_COMMUNE },
      { roles: ['OFFICER'], unit: PROVINCE },
      { roles: ['OFFICER'] },
      { roles: ['CITIZEN'], nationalId: OTHER_PERSON.nationalId },
      { roles: ['CITIZEN'] },
    ];
    for (const as of strangers) {
      const known = await life.move(as, { dossier, to: 'RETURNED', expectedVersion: 9 });
      const unknown = await life.move(as, {
        dossier: `dos_${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`,
        to: 'RETURNED',
        expectedVersion: 9,
      });
      expect(known).toEqual(unknown);
      expect(known.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'dossier'] }]);
    }
    expect((await life.move(OFFICER, { dossier: 'anything', to: 'RETURNED' })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const stranger: Claims = { roles: ['UNIT_LEADER'], unit: OTHER_COMMUNE };
    expect((await voided(stranger, { dossier, reason: 'x' })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['dossier'] }]);
    expect(await versionOf(code)).toBe(1);
  });

  it('is no leader of a unit above, who sees it and leaves it to its units', async () => {
    const { id: dossier } = await life.filed(OFFICER);
    const above: Claims = { roles: ['UNIT_LEADER'], unit: PROVINCE };
    expect((await life.move(above, { dossier, to: 'PROCESSING' })).codes).toEqual(['FORBIDDEN']);
    expect((await voided(above, { dossier, reason: 'x' })).codes).toEqual(['FORBIDDEN']);
  });
});

const TRAIL = graphql(`query TrailOfVoided($code: String!, $unit: ID!) {
  dossier(code: $code) { status voidedAt }
  dossiers(filter: { unit: $unit }, first: 100) { nodes { code } }
}`);

describe('a voided dossier', () => {
  it('leaves the worklist, stays in the trail, and is closed at the portal by the configured state', async () => {
    const { id: dossier, code } = await life.filed(OFFICER);
    expect((await voided(LEADER, { dossier, reason: ' ' })).userErrors).toMatchObject([{ code: 'INVALID', field: ['reason'] }]);
    expect((await voided(LEADER, { dossier, reason: 'Nhập sai', expectedVersion: 7 })).userErrors).toMatchObject([
      { code: 'VERSION_CONFLICT', field: ['expectedVersion'] },
    ]);
    const answer = await voided(LEADER, { dossier, reason: 'Nhập trùng', expectedVersion: 1 });
    expect(answer.dossier).toMatchObject({ version: 2, status: 'ACCEPTED', timeliness: 'NOT_APPLICABLE' });
    expect(answer.dossier?.voidedAt).not.toBeNull();
    expect(answer.dossier?.events.at(-1)).toEqual({ status: 'ACCEPTED', actor: LEADER.subject, note: 'Hủy hồ sơ nhập sai: Nhập trùng' });
    const told = await life.told(code);
    expect(told.slice(3).map(({ kind, sequence, data }) => [kind, sequence, data['change']])).toEqual([
      ['dossier.changed', null, 'VOIDED'],
      ['portal.dossier', 3, undefined],
      ['portal.steps', 4, undefined],
    ]);
    expect(snapshotsOf(told).map((each) => each['status'])).toEqual([2, 3]);
    expect(stepsOf(told).map((each) => each['status'])).toEqual([2, 3]);
    const { data } = await hub.graphql(TRAIL, { variables: { code, unit: COMMUNE }, as: OFFICER });
    expect(data?.dossier?.voidedAt).not.toBeNull();
    expect(data?.dossiers.nodes.map((each) => each.code)).not.toContain(code);
    expect((await life.move(OFFICER, { dossier, to: 'PROCESSING' })).userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', message: expect.stringContaining('đã bị hủy') },
    ]);
    expect((await voided(LEADER, { dossier, reason: 'Nữa' })).userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect((await life.move(CITIZEN, { dossier, to: 'WITHDRAWAL_REQUESTED', note: 'x' })).userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION' },
    ]);
  });
});
