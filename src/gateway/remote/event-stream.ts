import type { IncomingMessage } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { mapStream } from '../../platform/graphql/map-stream.ts';

/**
 * Reads GraphQL over server-sent events, one stream per operation: `next` carries a result, `complete` ends it.
 * Source: the GraphQL-SSE protocol, "distinct connections mode". Leaving the stream closes the connection at once.
 */
export function readEvents(response: IncomingMessage): AsyncGenerator<ExecutionResult> {
  return mapStream(
    readResults(response),
    (result) => result,
    () => response.destroy(),
  );
}

async function* readResults(response: IncomingMessage): AsyncGenerator<ExecutionResult> {
  try {
    for await (const { event, data } of readMessages(response)) {
      if (event === 'complete') return;
      if (event === 'next' && data !== '') yield JSON.parse(data) as ExecutionResult;
    }
  } finally {
    response.destroy();
  }
}

interface Message {
  readonly event: string;
  readonly data: string;
}

async function* readMessages(response: IncomingMessage): AsyncGenerator<Message> {
  response.setEncoding('utf8');
  let rest = '';
  for await (const chunk of response) {
    rest = (rest + String(chunk)).replaceAll('\r\n', '\n');
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      yield readMessage(rest.slice(0, end));
      rest = rest.slice(end + 2);
    }
  }
}

function readMessage(text: string): Message {
  let event = 'message';
  const data: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return { event, data: data.join('\n') };
}
