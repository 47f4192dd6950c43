/** A row of `payments.receipt_series`. */
export interface SeriesRow {
  id: string;
  unit: string;
  scope: string[];
  template: string;
  symbol: string;
  next_number: number;
  last_number: number;
  valid_from: string;
  valid_to: string | null;
  proposed_by: string;
  proposed_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
}
