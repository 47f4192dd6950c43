/** What a job needs to know of a failed call to an outside system, and nothing else. */
export interface UpstreamFailure {
  /** Groups what has one cause, e.g. `TIMEOUT`, `HTTP_502`, `PORTAL_-3`. Never personal data. */
  code: string;
  /** Whether the same call may succeed later. */
  retry: boolean;
  /** The call may have been carried out although no usable answer came: look before repeating. */
  outcomeUnknown: boolean;
  /** The system as a whole did not answer: every other call would fail the same way now. */
  unreachable: boolean;
}

/**
 * An outside system failed or refused. The message is the upstream's own text: it goes, masked, to
 * the log and to operators, and to no other client.
 */
export class UpstreamError extends Error implements UpstreamFailure {
  readonly code: string;
  readonly retry: boolean;
  readonly outcomeUnknown: boolean;
  readonly unreachable: boolean;

  constructor(message: string, failure: UpstreamFailure, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'UpstreamError';
    this.code = failure.code;
    this.retry = failure.retry;
    this.outcomeUnknown = failure.outcomeUnknown;
    this.unreachable = failure.unreachable;
  }
}
