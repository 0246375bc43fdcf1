/** The id of the reference list in a file: `lists/industries.csv` is read as `lists.industries`. */
export function listId(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.csv$/i, '');
}
