/** Civil days YYYY-MM-DD, both included. */
export interface Period {
  from: string;
  to: string;
}

/** What figures are asked of; without a procedure, of all. */
export interface Asked extends Period {
  unit: string;
  procedure: string | undefined;
}
