/** The namespaces of DMN 1.1 to 1.5. Its elements are the same in all of them, later ones only know more. */

/** DMN 1.3: what other tools read best. */
export const DMN_1_3 = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
/** DMN 1.5: the first with all boxed expressions that we write. */
export const DMN_1_5 = 'https://www.omg.org/spec/DMN/20230324/MODEL/';

/** Every namespace that is read as DMN. */
export const DMN_NAMESPACES: ReadonlySet<string> = new Set([
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  DMN_1_3,
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  DMN_1_5,
]);

/** Namespaces of older versions, and what they become when a file needs DMN 1.5. */
export const RAISED: ReadonlyMap<string, string> = new Map([
  ['http://www.omg.org/spec/DMN/20151101/dmn.xsd', DMN_1_5],
  ['http://www.omg.org/spec/DMN/20180521/MODEL/', DMN_1_5],
  [DMN_1_3, DMN_1_5],
  ['http://www.omg.org/spec/DMN/20180521/DMNDI/', 'https://www.omg.org/spec/DMN/20230324/DMNDI/'],
  ['https://www.omg.org/spec/DMN/20191111/DMNDI/', 'https://www.omg.org/spec/DMN/20230324/DMNDI/'],
]);
