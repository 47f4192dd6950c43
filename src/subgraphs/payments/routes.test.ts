import { describe, expect, it } from 'vitest';
import { routeMatches } from './routes.ts';

describe('a route', () => {
  const upload = { method: 'PUT' as const, path: '/payments/{provider}/statements/{day}' };

  it('is found by method and path, without the query', () => {
    expect(routeMatches(upload, { method: 'PUT', url: '/payments/vnpay/statements/2026-03-10?x=1' })).toBe(true);
    expect(routeMatches({ method: 'GET', path: '/payments/vnpay/ipn' }, { method: 'GET', url: '/payments/vnpay/ipn?vnp_TxnRef=1' })).toBe(
      true,
    );
  });

  it.each([
    ['POST', '/payments/vnpay/statements/2026-03-10'],
    ['PUT', '/payments/vnpay/statements/'],
    ['PUT', '/payments/vnpay/statements'],
    ['PUT', '/payments/accounts/1/statements/2026-03-10'],
  ])('is not another one: %s %s', (method, url) => {
    expect(routeMatches(upload, { method, url })).toBe(false);
  });
});
