import { SaxesParser } from 'saxes';

/** An element without its prefix; `text` is what stands in it and not in its children. */
export interface Element {
  name: string;
  text: string;
  children: Element[];
}

const LONGEST = 2 * 1_024 * 1_024;
const DEEPEST = 32;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** A text as it may stand in an element or attribute. What XML 1.0 can't carry at all (control characters) becomes a space. */
export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  const carried = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');
  return carried.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** An element with a text in it. */
export function tag(name: string, text: string | number): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

/** Reads a document. Throws an Error for what is not well formed, too long, too deep, or brings a document type: nothing outside is ever read. */
export function readXml(text: string): Element {
  if (text.length > LONGEST) throw new Error('the document is too long');
  const top: Element = { name: '', text: '', children: [] };
  const open: Element[] = [top];
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new Error('a document type is not taken');
  });
  parser.on('opentag', ({ name }) => {
    if (open.length > DEEPEST) throw new Error('the document is too deep');
    const element = { name: name.slice(name.indexOf(':') + 1), text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const take = (part: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  const [root] = top.children;
  if (root === undefined) throw new Error('there is no document');
  return root;
}

/** The first element of that name in a document, at whatever depth. */
export function firstOf(element: Element, name: string): Element | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = firstOf(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text of the first element of that name; '' where there is none. */
export function textIn(element: Element, name: string): string {
  return firstOf(element, name)?.text.trim() ?? '';
}
