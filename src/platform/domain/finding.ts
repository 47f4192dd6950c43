import type { Message } from '../language.ts';

/** What a number rule found: an error refuses the number, a warning goes along with it. Never holds the number itself. */
export interface Finding {
  code: string;
  severity: 'error' | 'warning';
  text: Message;
}
