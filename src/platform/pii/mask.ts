/** A name with all but the first letter of each word hidden: `N*** V** A`. */
export function maskName(name: string): string {
  return name
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const letters = [...word];
      return `${letters[0] ?? ''}${'*'.repeat(letters.length - 1)}`;
    })
    .join(' ');
}

/** A 12-digit number with the middle hidden: `096*****1234`. */
export function maskNationalId(nationalId: string): string {
  return `${nationalId.slice(0, 3)}*****${nationalId.slice(-4)}`;
}

/** Upstream text without what looks like a number of a person, a phone or an e-mail address. */
export function maskText(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '***@***')
    .replace(/(?<![\d-])\+?\d{9,12}(?![\d-])/g, (digits) => `${digits.slice(0, 3)}***`);
}
