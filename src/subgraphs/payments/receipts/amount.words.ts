const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000;

/** An amount in Vietnamese words as receipts write it, e.g. `Một trăm lẻ năm nghìn đồng`. Whole đồng, 0 … 10^15. */
export function amountInWords(dong: number): string {
  if (!Number.isSafeInteger(dong) || dong < 0 || dong > 1e15) throw new RangeError('an amount is whole đồng, 0 to 10^15');
  const words = dong === 0 ? DIGITS[0] : read(dong, false);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}

/** `inside`: something was read before it, so that what is empty in front is said. */
function read(value: number, inside: boolean): string {
  if (value >= BILLION) {
    const rest = value % BILLION;
    return [read(Math.floor(value / BILLION), inside), 'tỷ', ...(rest === 0 ? [] : [read(rest, true)])].join(' ');
  }
  const groups = [Math.floor(value / 1_000_000), Math.floor(value / 1_000) % 1_000, value % 1_000];
  const said: string[] = [];
  groups.forEach((group, at) => {
    if (group === 0) return;
    said.push(triple(group, inside || said.length > 0), ...['triệu', 'nghìn', ''].slice(at, at + 1).filter(Boolean));
  });
  return said.join(' ');
}

function triple(value: number, whole: boolean): string {
  const [hundreds, tens, units] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  const withHundreds = whole || hundreds > 0;
  if (withHundreds) words.push(DIGITS[hundreds] ?? '', 'trăm');
  if (tens === 0 && units > 0 && withHundreds) words.push('lẻ');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(DIGITS[tens] ?? '', 'mươi');
  if (units > 0) words.push(unit(units, tens));
  return words.join(' ');
}

/** One is mốt after hai mươi and more, five is lăm after any ten, four is tư after hai mươi and more. */
function unit(units: number, tens: number): string {
  if (units === 1 && tens > 1) return 'mốt';
  if (units === 5 && tens > 0) return 'lăm';
  if (units === 4 && tens > 1) return 'tư';
  return DIGITS[units] ?? '';
}
