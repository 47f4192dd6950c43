import { expect, it } from 'vitest';
import { merchantCodeProblem } from './config.ts';

it("takes an application's number alone for a merchant's code", () => {
  expect(merchantCodeProblem('2553')).toBeUndefined();
  for (const code of ['', 'DATMUI11', '2553 ', '12345678901']) expect(merchantCodeProblem(code)?.vi, code).toMatch(/1 đến 10 chữ số/);
});
