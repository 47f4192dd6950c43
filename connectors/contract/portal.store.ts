/** Who asks the national store for somebody's papers, and for what. */
export interface StoreQuestion {
  /** The owner's identification number or tax code. */
  owner: string;
  askedBy: { name: string; number: string };
  channel: 'IN_PERSON' | 'ONLINE' | 'PUBLIC_POST';
  procedure: string;
  /** Codes of the results that are wanted (mã kết quả). */
  results: readonly string[];
}

/** A file that the store keeps; its address is the store's own. */
export interface StoredFile {
  name: string;
  path: string;
}

/** A paper that the store has of the owner. */
export interface StoredPaper {
  resultCode: string;
  name: string;
  /** Its number and sign (số, ký hiệu). */
  number: string;
  /** The agency that keeps it, by its code. */
  agency: string;
  files: StoredFile[];
}

/** The national store of citizens' and organizations' papers (kho dữ liệu cá nhân, tổ chức). Both throw UpstreamError where it does not answer or refuses. */
export interface PersonalStore {
  papers(question: StoreQuestion): Promise<StoredPaper[]>;
  file(paper: { agency: string; path: string }): Promise<Buffer>;
}
