import { expect, it } from 'vitest';
import { formatsIn } from './formats.ts';

const vi = formatsIn('vi');
const en = formatsIn('en');
const at = (text: string) => new Date(text);

it('writes figures as Vietnamese and English readers expect them', () => {
  expect([vi.count(88_429), en.count(88_429)]).toEqual(['88.429', '88,429']);
  expect([vi.share(67_250 / 88_429), en.share(67_250 / 88_429)]).toEqual(['76,05 %', '76.05%']);
});

it('says all only where it is all', () => {
  expect([vi.share(1), vi.share(88_428 / 88_429), vi.share(0)]).toEqual(['100,00 %', '99,99 %', '0,00 %']);
});

it('tells days and times of Asia/Ho_Chi_Minh', () => {
  expect([vi.day('2025-09-30'), en.day('2025-07-01')]).toEqual(['30/09/2025', '01 Jul 2025']);
  expect(vi.weekday('2025-09-30')).toBe('Thứ Ba, 30/09/2025');
  expect(vi.instant(at('2025-09-29T17:30:05Z'))).toBe('00:30, 30/09/2025');
  expect(vi.clock(at('2025-09-29T17:30:05Z'))).toBe('00:30:05');
});

it.each([
  ['2025-09-30T08:00:01Z', 'chưa đầy 1 phút trước', 'less than a minute ago'],
  ['2025-09-30T08:00:31Z', 'trong 1 phút tới', 'within a minute'],
  ['2025-09-30T07:57:00Z', '3 phút trước', '3 minutes ago'],
  ['2025-09-30T06:00:00Z', '2 giờ trước', '2 hours ago'],
  ['2025-09-27T08:00:00Z', '3 ngày trước', '3 days ago'],
  ['2025-09-30T08:20:29Z', 'sau 20 phút nữa', 'in 20 minutes'],
])('tells how long ago %s was, seen from 08:00:29', (time, vietnamese, english) => {
  const now = at('2025-09-30T08:00:29Z');
  expect([vi.relative(at(time), now), en.relative(at(time), now)]).toEqual([vietnamese, english]);
});
