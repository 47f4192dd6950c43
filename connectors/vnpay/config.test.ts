import { expect, it } from 'vitest';
import { merchantCodeProblem } from './config.ts';

it("takes eight letters and digits alone for a merchant's code", () => {
  expect(merchantCodeProblem('DATMUI01')).toBeUndefined();
  for (const code of ['', 'x', 'DATMUI1', 'DATMUI001', 'DATMU-01'])
    expect(merchantCodeProblem(code)?.vi, code).toMatch(/8 chữ cái và chữ số/);
});
