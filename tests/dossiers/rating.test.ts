import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { openPersonal } from '../../src/platform/outbox/outbox.ts';
import { type Claims, COMMUNE, createDossiersHub, type DossiersHub, OTHER_PERSON, PERSON } from '../support/dossiers.ts';

let hub: DossiersHub;
let id: string;
let code: string;
beforeAll(async () => {
  hub = await createDossiersHub();
  const [result] = (await hub.feed(hub.dossier())).results;
  id = result?.dossier?.id ?? '';
  code = result?.code ?? '';
});
afterAll(() => hub.stop());

const RATE = graphql(`
  mutation RateWithComment($id: ID!, $rating: Int!, $comment: String) {
    rateDossier(dossier: $id, rating: $rating, comment: $comment) { dossier { rating version } userErrors { code message field } }
  }
`);
const RATING = graphql(`query RatingOfDossier($code: String) { dossier(code: $code) { rating } }`);
const CITIZEN: Claims = { roles: ['CITIZEN'], nationalId: PERSON.nationalId };

const rate = (rating: number, parts: { as?: Claims; dossier?: string; comment?: string; language?: string } = {}) =>
  hub.ask(RATE, {
    variables: { id: parts.dossier ?? id, rating, comment: parts.comment },
    as: parts.as ?? CITIZEN,
    ...(parts.language === undefined ? {} : { language: parts.language }),
  });
const eventsOf = (kind: string) =>
  hub.platform.db.query<{ data: object; sealed: Buffer | null; citizen_index: Buffer | null; scope: string[] }>(
    'SELECT data, sealed, citizen_index, scope FROM outbox.event WHERE kind = $1 AND subject = $2 ORDER BY id',
    [kind, code],
  );

describe('a rating', () => {
  it('is kept at whatever stage, the last one counts, and everybody is told that the dossier changed', async () => {
    expect((await rate(2)).data?.rateDossier).toEqual({ dossier: { rating: 2, version: 2 }, userErrors: [] });
    expect((await rate(5, { comment: ` Cán bộ rất tận tình, ${PERSON.nationalId} ` })).data?.rateDossier.dossier).toEqual({
      rating: 5,
      version: 3,
    });
    const changed = await eventsOf('dossier.changed');
    expect(changed.map((event) => event.data)).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3 }]);
    // The applicant is told too.
    expect(changed.every((event) => event.citizen_index !== null && event.scope.includes(COMMUNE))).toBe(true);
  });

  it('keeps the words with it, encrypted', async () => {
    const [, second] = await eventsOf('dossier.rated');
    expect(second?.data).toEqual({ rating: 5 });
    expect(openPersonal(hub.platform.cipher, second?.sealed ?? null)).toEqual({ comment: `Cán bộ rất tận tình, ${PERSON.nationalId}` });
    expect(second?.sealed?.includes('tận tình')).toBe(false);
  });

  it('outlives a version of the source that says nothing of it, and gives way to one that does', async () => {
    const held = { ...hub.dossier(), code };
    expect((await hub.feed({ ...held, sourceVersion: 2, status: 'RESOLVED' })).updated).toBe(1);
    const ratingOf = async () => (await hub.ask(RATING, { variables: { code }, as: CITIZEN })).data?.dossier?.rating;
    expect(await ratingOf()).toBe(5);
    await hub.feed({ ...held, sourceVersion: 3, status: 'RESOLVED', rating: 3 });
    expect(await ratingOf()).toBe(3);
  });

  it.each([0, 6, -1])('of %i is refused, naming the field, in the language of the caller', async (rating) => {
    expect((await rate(rating)).data?.rateDossier).toEqual({
      dossier: null,
      userErrors: [{ code: 'INVALID', field: ['rating'], message: 'Đánh giá phải từ 1 đến 5.' }],
    });
    expect((await rate(rating, { language: 'en' })).data?.rateDossier.userErrors[0]?.message).toBe('A rating is from 1 to 5.');
  });

  it('with a book for a comment is refused', async () => {
    expect((await rate(4, { comment: 'x'.repeat(2_001) })).data?.rateDossier.userErrors).toMatchObject([
      { code: 'INVALID', field: ['comment'] },
    ]);
  });

  it.each<[string, Claims, string | undefined]>([
    ["of another's dossier", { roles: ['CITIZEN'], nationalId: OTHER_PERSON.nationalId }, undefined],
    ['without a number', { roles: ['CITIZEN'] }, undefined],
    [
      'of a dossier that an officer sees who is a citizen too',
      { roles: ['CITIZEN', 'OFFICER'], unit: COMMUNE, nationalId: OTHER_PERSON.nationalId },
      undefined,
    ],
    ['of an unknown id', CITIZEN, 'dos_0192f000-0000-7000-8000-000000000000'],
    ['of an id of another kind', CITIZEN, 'pay_0192f000-0000-7000-8000-000000000000'],
    ['of no id at all', CITIZEN, ''],
  ])('%s looks like one of nothing', async (_, as, dossier) => {
    const { data, errors } = await rate(4, { as, ...(dossier === undefined ? {} : { dossier }) });
    expect(errors).toEqual([]);
    expect(data?.rateDossier).toEqual({
      dossier: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['dossier'], message: 'Không tìm thấy.' }],
    });
  });

  it('is not for an officer to give, nor for nobody', async () => {
    expect((await rate(4, { as: { roles: ['OFFICER'], unit: COMMUNE } })).codes).toEqual(['FORBIDDEN']);
    expect((await hub.ask(RATE, { variables: { id, rating: 4 } })).codes).toEqual(['UNAUTHENTICATED']);
  });
});
