import { renderSVG } from 'uqr';

/** The empty margin that scanners need around a code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as a picture of its own, for `<img src>`: an SVG in a data URL. Error correction M, a screen's. */
export function qrImageOf(payload: string): string {
  const svg = renderSVG(payload, { ecc: 'M', border: QUIET_ZONE, pixelSize: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
