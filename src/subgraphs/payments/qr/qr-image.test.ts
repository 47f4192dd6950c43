import fc from 'fast-check';
import jsqr from 'jsqr';
import { expect, it } from 'vitest';
import { qrImageOf } from './qr-image.ts';

/** Draws the picture as a browser would, and scans it with an independent reader. */
function scanned(image: string): string | undefined {
  const svg = Buffer.from(image.slice('data:image/svg+xml;base64,'.length), 'base64').toString();
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, size] of svg.matchAll(/M(\d+),(\d+)h(\d+)/g)) {
    for (let row = 0; row < Number(size); row += 1) {
      for (let column = 0; column < Number(size); column += 1)
        pixels.fill(0, ((Number(y) + row) * side + Number(x) + column) * 4, ((Number(y) + row) * side + Number(x) + column) * 4 + 3);
    }
  }
  return jsqr.default(pixels, side, side)?.data;
}

it('is scanned as what it was made of', () => {
  const payload =
    '00020101021238560010A0000007270126000697041501121133666688880208QRIBFTTA53037045405790005802VN62220818Ung Ho Quy Vac Xin63043ACF';
  expect(scanned(qrImageOf(payload))).toBe(payload);
});

it('whatever a payload of VietQR may hold', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9 .-]{80,160}$/), (payload) => {
      expect(scanned(qrImageOf(payload))).toBe(payload);
    }),
    { numRuns: 10 },
  );
});
