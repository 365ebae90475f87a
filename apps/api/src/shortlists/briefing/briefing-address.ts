/** Where the briefing of a shortlist is, by the global id of the shortlist or of its share. */
export function briefingAddress(id: string): { page: string; pdf: string } {
  const page = `/briefings/${id}`;
  return { page, pdf: `${page}/pdf` };
}
