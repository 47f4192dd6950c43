import { expect, it } from 'vitest';
import { NOBODY, type Role } from '../auth/viewer.ts';
import { actorOf } from './access-record.ts';

const asks = (subject: string, roles: Role[], nationalId?: string) => actorOf({ ...NOBODY, subject, roles, nationalId });

it("writes nobody's number down as who asked", () => {
  expect(asks('096885123456', ['CITIZEN'])).toBe('096*****3456');
  expect(asks('vneid:096885123456', ['CITIZEN'], '096885123456')).toBe('vneid:096*****3456');
  expect(asks('096885123456', ['OFFICER', 'CITIZEN'], '096885123456')).toBe('096*****3456');
  expect(asks('can-bo-202507010001', ['OFFICER'])).toBe('can-bo-202507010001');
  expect(asks('can-bo-202507010001', ['OFFICER'], '096885123456')).toBe('can-bo-202507010001');
});
