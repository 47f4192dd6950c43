/** The `content-disposition` of a file that is to be kept under a name in any script (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const written = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename*=UTF-8''${written}`;
}
