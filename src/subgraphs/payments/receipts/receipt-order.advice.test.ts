import { describe, expect, it } from 'vitest';
import { orderAdvice } from './receipt-order.advice.ts';

describe('what to do about a receipt that is not there', () => {
  it('is nothing where nothing is wrong', () => {
    expect(orderAdvice(null)).toBeNull();
  });

  it.each([
    ['TIMEOUT', /tự tra cứu rồi thử lại/, /by itself/],
    ['HTTP_503', /tự tra cứu/, /by itself/],
    ['HTTP_401', /tài khoản và mật khẩu/, /account and password/],
    ['PAUSED', /tạm dừng/, /resume/],
    ['NO_SERIES', /E_RECEIPT_UNITS/, /E_RECEIPT_UNITS/],
    ['REPLACED', /theo khóa/, /by its key/],
    ['AMOUNT_DIFFERS', /khác khoản đã thu/, /another amount/],
    ['HUB_FAULT', /người vận hành/, /operators/],
    ['ERR_20', /đọc lý do/, /read its reason/],
  ])('is told for %s', (code, vi, en) => {
    expect(orderAdvice(code)?.vi).toMatch(vi);
    expect(orderAdvice(code)?.en).toMatch(en);
  });
});
