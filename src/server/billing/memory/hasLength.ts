/** Has this text 1 to `most` characters, as PostgreSQL counts them? */
export function hasLength(text: string, most: number): boolean {
  const length = [...text].length
  return length >= 1 && length <= most
}
