import { expect, it } from 'vitest';
import { maskUpstream } from './masking.ts';

it('masks what may identify a person and keeps the reason', () => {
  const text = '<b>Lỗi</b> 99: khách 096885123456, 0900 000 017, mau@example.invalid\n thẻ 9704198526191432198';
  expect(maskUpstream(text)).toBe('Lỗi 99: khách ***, ***, *** thẻ ***');
  expect(maskUpstream('x'.repeat(2_000))).toHaveLength(500);
});
